-- Claims the master role, extends it, or takes it from a holder that is dead.
-- KEYS 1 master lease
-- ARGV 1 who claims  2 milliseconds it lasts  3 the dead holder, empty = none
-- Reply: who holds it now.
-- Cost: O(1).
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] and holder ~= ARGV[3] then
  return holder
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
