-- Tells of queues how long they are and what their oldest message is.
-- KEYS 1.. queues, 1..500
-- ARGV 1 longest message in bytes
-- Reply: length, oldest message or empty, length, ...
-- Cost: O(queues); one command for each that is empty.
local reply = {}
for i, key in ipairs(KEYS) do
  local length = redis.call('LLEN', key)
  reply[#reply + 1] = length
  reply[#reply + 1] = length > 0 and string.sub(redis.call('LINDEX', key, -1), 1, ARGV[1]) or ''
end
return reply
