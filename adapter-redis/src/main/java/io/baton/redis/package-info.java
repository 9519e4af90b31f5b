/**
 * Where, in Redis: the registry of nodes, the queues, the claim filter and the master lease. {@link
 * io.baton.redis.RedisStore} opens it; {@code docs/redis.md} and {@link io.baton.redis.RedisKeys} list every key.
 *
 * <p>spring-data-redis knows the topologies (single, Sentinel, Cluster) and builds the client; what runs often is Lettuce
 * itself, asynchronous and pipelined. A <b>link</b> is one connection that is opened when needed. All keys of a cluster
 * share one hash tag, so that every script is legal on Redis Cluster.
 */
@NullMarked
package io.baton.redis;

import org.jspecify.annotations.NullMarked;
