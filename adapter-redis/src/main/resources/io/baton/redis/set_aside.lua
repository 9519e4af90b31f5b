-- Keeps a dead letter, and of all the newest.
-- KEYS 1 dead letters
-- ARGV 1 the letter  2 how many are kept
-- Reply: how many there are.
-- Cost: O(1).
redis.call('LPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], 0, ARGV[2] - 1)
return redis.call('LLEN', KEYS[1])
