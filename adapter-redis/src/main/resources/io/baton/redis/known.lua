-- Tells which names of an index still have something, and forgets those that have had nothing for long.
-- KEYS 1 index  2.. the keys of each name, equally many for each
-- ARGV 1 how many keys a name has  2 milliseconds after which a name without keys is forgotten  3.. names, 1..500
-- Reply: for each name 1 (has something), 0 (has nothing, but had lately) or -1 (forgotten).
-- Cost: O(names).
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local each = tonumber(ARGV[1])
local reply = {}
for i = 3, #ARGV do
  local found = 0
  for k = 1, each do
    found = found + redis.call('EXISTS', KEYS[1 + (i - 3) * each + k])
  end
  local score = redis.call('ZSCORE', KEYS[1], ARGV[i])
  if found > 0 then
    reply[#reply + 1] = 1
  elseif score and now - score < tonumber(ARGV[2]) then
    reply[#reply + 1] = 0
  else
    redis.call('ZREM', KEYS[1], ARGV[i])
    reply[#reply + 1] = -1
  end
end
return reply
