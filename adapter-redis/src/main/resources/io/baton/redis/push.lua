-- Puts messages on a node's queue, in order, as far as it has room.
-- KEYS 1 queue  2 queues index
-- ARGV 1 node  2 capacity of the queue  3.. messages, 1..500
-- Reply: how many found room, the first ones.
-- Cost: O(messages).
local room = tonumber(ARGV[2]) - redis.call('LLEN', KEYS[1])
local fitting = math.min(room, #ARGV - 2)
if fitting <= 0 then
  return 0
end
local time = redis.call('TIME')
redis.call('ZADD', KEYS[2], time[1] * 1000 + math.floor(time[2] / 1000), ARGV[1])
redis.call('LPUSH', KEYS[1], unpack(ARGV, 3, fitting + 2))
return fitting
