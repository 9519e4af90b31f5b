-- Moves messages from a node's queue, oldest first, into the in-flight set of one of its incarnations.
-- KEYS 1 queue  2 in-flight hash  3 staging list  4 holders index  5 queues index
-- ARGV 1 incarnation  2 node  3 receipt stem, unused so far  4 most, 1..1000  5 longest message in bytes
-- Reply: receipt, message, receipt, message, ... A longer message is cut to one byte more than the longest.
-- Cost: O(most). What a waiting take has left in the staging list is older than the queue and goes first.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[4], now, ARGV[1])
redis.call('ZADD', KEYS[5], now, ARGV[2])
local longest = tonumber(ARGV[5])
local reply = {}
for i = 1, tonumber(ARGV[4]) do
  local receipt = ARGV[3] .. '-' .. i
  local raw = redis.call('RPOP', KEYS[3]) or redis.call('RPOP', KEYS[1])
  if not raw then
    break
  end
  redis.call('HSET', KEYS[2], receipt, raw)
  reply[#reply + 1] = receipt
  reply[#reply + 1] = string.sub(raw, 1, longest + 1)
end
return reply
