-- Puts messages on a node's queue, in order.
-- KEYS 1 queue  2 queues index
-- ARGV 1 node  2.. messages, 1..500
-- Reply: length of the queue.
-- Cost: O(messages).
local time = redis.call('TIME')
redis.call('ZADD', KEYS[2], time[1] * 1000 + math.floor(time[2] / 1000), ARGV[1])
return redis.call('LPUSH', KEYS[1], unpack(ARGV, 2))
