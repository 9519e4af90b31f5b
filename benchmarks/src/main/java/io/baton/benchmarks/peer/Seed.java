package io.baton.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import io.baton.benchmarks.contender.Contender.Load;

/** Puts a load into a peer's tables. */
public final class Seed {
    private Seed() {}

    /** @param due from when on all of it is due, epoch millis */
    public static void plant(Peer peer, String jdbcUrl, Load load, long due) {
        try (HikariDataSource pool = Pool.open(jdbcUrl, Peer.threads(load))) {
            peer.seed(pool, load, due);
        } catch (Exception e) {
            throw new IllegalStateException("the load was not planted", e);
        }
    }
}
