-- Moves messages from another node's queue, oldest first, into the thief's in-flight set; leaves those that must stay.
-- KEYS 1 the victim's queue  2 the thief's in-flight hash  3 holders index
-- ARGV 1 the thief's incarnation  2 receipt stem, unused so far  3 most, 1..1000  4 longest message in bytes
--      5 the text that marks a message that must stay
-- Reply: receipt, message, receipt, message, ... A longer message is cut to one byte more than the longest.
-- Cost: looks at the 100 oldest messages only. The mark inside other text only means "not stolen".
local time = redis.call('TIME')
local seen = redis.call('LRANGE', KEYS[1], -100, -1)
local most = tonumber(ARGV[3])
local longest = tonumber(ARGV[4])
local reply = {}
for i = #seen, 1, -1 do
  if #reply >= most * 2 then
    break
  end
  local raw = seen[i]
  if not string.find(raw, ARGV[5], 1, true) then
    local receipt = ARGV[2] .. '-' .. (#reply / 2 + 1)
    redis.call('LREM', KEYS[1], -1, raw)
    redis.call('HSET', KEYS[2], receipt, raw)
    reply[#reply + 1] = receipt
    reply[#reply + 1] = string.sub(raw, 1, longest + 1)
  end
end
if #reply > 0 then
  redis.call('ZADD', KEYS[3], time[1] * 1000 + math.floor(time[2] / 1000), ARGV[1])
end
return reply
