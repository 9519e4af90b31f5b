package io.baton.testservers;

import java.nio.file.Path;

/**
 * What a Redis with a {@link FalseClock} is made of: the program that is installed, for the one of Maven is linked statically,
 * and libfaketime cannot come between it and its clock.
 */
record ClockedRedis(RedisBinary binary, Path library) {

    /** @throws NoServerException if one of them is missing; the text says which */
    static ClockedRedis find(Settings settings) {
        return new Ladder<ClockedRedis>("redis-server program with a clock of its own", settings.rungs())
                .rung(Rung.PATH, () -> installed(settings))
                .climb();
    }

    /** Whether {@link #find} finds it. */
    static boolean isHere(Settings settings) {
        return settings.rungs().contains(Rung.PATH) && installed(settings) instanceof Outcome.Works;
    }

    private static Outcome<ClockedRedis> installed(Settings settings) {
        return RedisBinary.installed(settings)
                .then(binary -> FalseClock.installed(settings).map(library -> new ClockedRedis(binary, library)));
    }
}
