-- Moves messages of one queue behind those of another, oldest first.
-- KEYS 1 from  2 to  3 queues index
-- ARGV 1 the node of the queue that they go to  2 most, 1..1000
-- Reply: how many were moved.
-- Cost: O(most).
local time = redis.call('TIME')
local moved = 0
while moved < tonumber(ARGV[2]) and redis.call('LMOVE', KEYS[1], KEYS[2], 'RIGHT', 'LEFT') do
  moved = moved + 1
end
if moved > 0 then
  redis.call('ZADD', KEYS[3], time[1] * 1000 + math.floor(time[2] / 1000), ARGV[1])
end
return moved
