-- Takes a node's entry out of the registry, if it belongs to that incarnation.
-- KEYS 1 heartbeats hash  2 incarnations hash  3 beat times
-- ARGV 1 node  2 incarnation number
-- Reply: 1 if it was taken out, else 0.
-- Cost: O(1).
if redis.call('HGET', KEYS[2], ARGV[1]) ~= ARGV[2] then
  return 0
end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
return 1
