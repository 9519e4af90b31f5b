package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.task.FiringId;

/**
 * The names of all keys and channels of one cluster. Every key begins with {@code baton:{<cluster>}:}; the braces make the
 * cluster's name the hash tag, so that all of them lie in one slot.
 *
 * @param cluster {@code [a-z0-9-]{1,32}}
 */
record RedisKeys(String cluster) {

    /** The table of key kinds; {@code docs/redis.md} holds the same rows. */
    enum Kind {
        QUEUE(
                "queue:<node id>",
                "list",
                "senders and the node",
                "`baton.queue.capacity` messages of Baton's",
                "taking; salvage"),
        IN_FLIGHT("inflight:<node id>/<incarnation>", "hash", "the incarnation", "its slots", "acknowledging; salvage"),
        STAGING("staging:<node id>/<incarnation>", "list", "the incarnation", "its waiting takes", "taking; salvage"),
        QUEUES("queues", "zset", "all nodes", "1,000", "7 d after the last message"),
        HOLDERS("holders", "zset", "all nodes", "1,000", "1 h after the last take; salvage"),
        DEAD("dead", "list", "all nodes", "10,000", "the oldest give way; operators"),
        CLAIM(
                "claim:<firing id>",
                "string",
                "the claimant",
                "firings within its time to live",
                "TTL: as asked, 100 ms to 1 h"),
        NODES("nodes", "hash", "each node its field", "1,000", "leaving, evicting; TTL 7 d"),
        INCARNATIONS("incarnations", "hash", "each node its field", "1,000", "leaving, evicting; TTL 7 d"),
        BEATS("beats", "zset", "each node its member", "1,000", "leaving, evicting; TTL 7 d"),
        DRAINING("draining", "set", "operators", "nodes they named", "operators"),
        MASTER("master", "string", "the master", "1", "TTL: the lease, 100 ms to 1 h"),
        PRESENCE("presence:<node id>/<incarnation>", "channel", "the incarnation", "1", "ends with its connection");

        private final String name;
        private final String type;
        private final String owner;
        private final String bound;
        private final String end;

        Kind(String name, String type, String owner, String bound, String end) {
            this.name = name;
            this.type = type;
            this.owner = owner;
            this.bound = bound;
            this.end = end;
        }

        /** What follows the prefix, variable parts in angle brackets. */
        String pattern() {
            return name;
        }

        /** As Redis's TYPE tells it; {@code channel} for what is no key. */
        String type() {
            return type;
        }

        /** The row of the table in the documentation. */
        String row() {
            return "| `" + name + "` | " + type + " | " + owner + " | " + bound + " | " + end + " |";
        }

        /** What all names of this kind begin with, after the prefix. */
        String stem() {
            int variable = name.indexOf('<');
            return variable < 0 ? name : name.substring(0, variable);
        }
    }

    String prefix() {
        return "baton:{" + cluster + "}:";
    }

    String queue(NodeId node) {
        return of(Kind.QUEUE, node);
    }

    String inFlight(Incarnation owner) {
        return of(Kind.IN_FLIGHT, owner);
    }

    String staging(Incarnation owner) {
        return of(Kind.STAGING, owner);
    }

    String claim(FiringId firing) {
        return of(Kind.CLAIM, firing);
    }

    String presence(Incarnation who) {
        return of(Kind.PRESENCE, who);
    }

    /** A key that exists once, or what the names of a kind begin with. */
    String the(Kind kind) {
        return prefix() + kind.stem();
    }

    private String of(Kind kind, Object variable) {
        return the(kind) + variable;
    }
}
