-- Tells which names of an index still have something, and forgets those that have had nothing for long.
-- KEYS 1 index  2.. the keys of each name, equally many for each
-- ARGV 1 how many keys a name has  2 milliseconds after which a name without keys is forgotten  3.. names, 1..500
-- Reply: for each name 1 (has something), 0 (has nothing, but had lately) or -1 (forgotten).
-- Cost: O(names); of names without keys three commands, whatever their number.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local each = tonumber(ARGV[1])
local forgotten = {}
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))) do
  forgotten[name] = true
end
local all = redis.call('EXISTS', unpack(KEYS, 2))
local reply = {}
for i = 3, #ARGV do
  local found = 0
  if all > 0 then
    local first = 2 + (i - 3) * each
    found = redis.call('EXISTS', unpack(KEYS, first, first + each - 1))
  end
  if found > 0 then
    reply[#reply + 1] = 1
  elseif not forgotten[ARGV[i]] then
    reply[#reply + 1] = 0
  else
    redis.call('ZREM', KEYS[1], ARGV[i])
    reply[#reply + 1] = -1
  end
end
return reply
