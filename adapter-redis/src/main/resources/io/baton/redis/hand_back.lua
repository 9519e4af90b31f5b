-- Moves messages back from the in-flight set to the staging list, oldest last, if their receipts reached nobody: the reply
-- of the take that gave them was lost.
-- KEYS 1 in-flight hash  2 staging list
-- ARGV 1 receipt stem of the lost take  2 how many that take asked for, 1..1000
-- Reply: how many were moved.
-- Cost: O(how many).
local moved = 0
for i = tonumber(ARGV[2]), 1, -1 do
  local receipt = ARGV[1] .. '-' .. i
  local raw = redis.call('HGET', KEYS[1], receipt)
  if raw then
    redis.call('RPUSH', KEYS[2], raw)
    redis.call('HDEL', KEYS[1], receipt)
    moved = moved + 1
  end
end
return moved
