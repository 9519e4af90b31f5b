-- Takes a heartbeat, or refuses it if another incarnation holds the node id, and shows the cluster as it is then.
-- KEYS 1 heartbeats hash  2 incarnations hash  3 beat times  4 drain wishes  5 master lease
-- ARGV 1 node, empty = only show  2 incarnation number  3 heartbeat as JSON  4 timeout in milliseconds
--      5 presence channel of this incarnation  6 milliseconds after which a cluster without a beat is forgotten
--      7 most nodes  8 milliseconds between two renewals of what 6 says, by each node
-- Reply: number of the incarnation that holds the node id or empty, now in milliseconds, subscribers of the channel,
--        master or empty, drain wishes, heartbeat, beat time, heartbeat, beat time, ...
-- Cost: O(nodes), at most 1,000; 9 commands, or 5 that only show.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local node = ARGV[1]
local holder = ''
local subscribers = 0
local names = {}
local times = {}
local last, place
local beats = redis.call('ZRANGE', KEYS[3], 0, -1, 'WITHSCORES')
for i = 1, #beats, 2 do
  names[#names + 1] = beats[i]
  times[#names] = beats[i + 1]
  if beats[i] == node then
    last = tonumber(beats[i + 1])
    place = #names
  end
end
if node ~= '' then
  local number = redis.call('HGET', KEYS[2], node)
  -- A beat that lies further ahead than the timeout says nothing: the clock was set back since.
  if number and number ~= ARGV[2] and last and math.abs(now - last) <= tonumber(ARGV[4]) then
    holder = number
  elseif not last and #names >= tonumber(ARGV[7]) then
    return redis.error_reply('BATON the cluster has ' .. ARGV[7] .. ' nodes, no more can register')
  else
    redis.call('HSET', KEYS[1], node, ARGV[3])
    if number ~= ARGV[2] then
      redis.call('HSET', KEYS[2], node, ARGV[2])
    end
    redis.call('ZADD', KEYS[3], now, node)
    local period = tonumber(ARGV[8])
    if not last or math.floor(now / period) ~= math.floor(last / period) then
      for i = 1, 3 do
        redis.call('PEXPIRE', KEYS[i], ARGV[6])
      end
    end
    place = place or #names + 1
    names[place] = node
    times[place] = string.format('%.0f', now)
  end
  subscribers = redis.call('PUBSUB', 'NUMSUB', ARGV[5])[2]
end
local reply = {holder, now, subscribers, redis.call('GET', KEYS[5]) or '', redis.call('SMEMBERS', KEYS[4])}
if #names > 0 then
  for i, heartbeat in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do
    reply[#reply + 1] = heartbeat or ''
    reply[#reply + 1] = times[i]
  end
end
return reply
