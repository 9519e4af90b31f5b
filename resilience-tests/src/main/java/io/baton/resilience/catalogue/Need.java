package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeJar;
import io.baton.testservers.RedisServer;
import java.util.function.BooleanSupplier;

/** What a row asks of the machine that not every machine has; without it the row is not played, and the table says so. */
enum Need {
    NOTHING("nothing", () -> true),
    /** To mount a small disk. */
    ROOT("root", SmallDisk::allowed),
    /** To replace nodes by ones of another version. */
    EARLIER("-Dbaton.earlier.jar", () -> NodeJar.earlier().isPresent()),
    /** To step the clock of a Redis, whose program must not be linked statically. */
    REDIS_CLOCK("redis-server and libfaketime", RedisServer::mayHaveFalseClock);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // names of methods
    private final BooleanSupplier here;

    Need(String words, BooleanSupplier here) {
        this.words = words;
        this.here = here;
    }

    /** What is needed, for the table. */
    String words() {
        return words;
    }

    /** Whether this machine has it, and lets this user have it. */
    boolean isHere() {
        return here.getAsBoolean();
    }
}
