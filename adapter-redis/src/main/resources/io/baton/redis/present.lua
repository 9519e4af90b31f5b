-- Counts the subscribers of each registered incarnation's presence channel, on the server that runs this script: that of
-- the key, so in a Redis Cluster the one that the incarnations subscribe at.
-- KEYS 1 incarnations hash
-- ARGV 1 what presence channels begin with
-- Reply: the incarnations, as node/number, that have a subscriber.
-- Cost: O(nodes), at most 1,000.
local all = redis.call('HGETALL', KEYS[1])
local channels = {}
for i = 1, #all, 2 do
  channels[#channels + 1] = ARGV[1] .. all[i] .. '/' .. all[i + 1]
end
if #channels == 0 then
  return {}
end
local counts = redis.call('PUBSUB', 'NUMSUB', unpack(channels))
local reply = {}
for i = 1, #counts, 2 do
  if counts[i + 1] > 0 then
    reply[#reply + 1] = string.sub(counts[i], #ARGV[1] + 1)
  end
end
return reply
