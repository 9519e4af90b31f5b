-- Gives the master role up, if it is one's own.
-- KEYS 1 master lease
-- ARGV 1 who gives it up
-- Reply: 1 if it was given up, else 0.
-- Cost: O(1).
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
