-- Moves messages of a dead incarnation to the old end of a node's queue, so that they are taken before what waits there.
-- KEYS 1 in-flight hash  2 staging list  3 queue  4 holders index  5 queues index
-- ARGV 1 the dead incarnation  2 the queue's node  3.. receipt, text, receipt, text, ..., newest first, 0..500 pairs;
--      an empty text stands for the message as it is in the hash
-- Reply: how many were moved.
-- Cost: O(pairs), and at most 500 of the staging list, which is drained first since it is the newest.
local time = redis.call('TIME')
local moved = 0
while moved < 500 and redis.call('LMOVE', KEYS[2], KEYS[3], 'LEFT', 'RIGHT') do
  moved = moved + 1
end
for i = 3, #ARGV, 2 do
  local raw = redis.call('HGET', KEYS[1], ARGV[i])
  if raw then
    redis.call('RPUSH', KEYS[3], ARGV[i + 1] == '' and raw or ARGV[i + 1])
    redis.call('HDEL', KEYS[1], ARGV[i])
    moved = moved + 1
  end
end
if moved > 0 then
  redis.call('ZADD', KEYS[5], time[1] * 1000 + math.floor(time[2] / 1000), ARGV[2])
end
if redis.call('EXISTS', KEYS[1], KEYS[2]) == 0 then
  redis.call('ZREM', KEYS[4], ARGV[1])
end
return moved
