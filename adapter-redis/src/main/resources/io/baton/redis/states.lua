-- Tells of queues how long they are and what their oldest message is.
-- KEYS 1.. queues, 1..500
-- ARGV 1 longest message in bytes
-- Reply: length, oldest message or empty, length, ...
-- Cost: O(queues).
local reply = {}
for i, key in ipairs(KEYS) do
  reply[#reply + 1] = redis.call('LLEN', key)
  reply[#reply + 1] = string.sub(redis.call('LINDEX', key, -1) or '', 1, ARGV[1])
end
return reply
