package io.baton.architecture.planted.redis;

/** Writes into a queue what no codec wrote. */
public final class PutsByHand {
    interface Lists {
        long lpush(String key, String element);
    }

    long put(Lists lists) {
        return lists.lpush("queue:node-1", "G.job");
    }
}
