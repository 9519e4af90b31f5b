package io.baton.benchmarks.node;

import io.baton.benchmarks.arena.Room;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A table of jobs and a long ledger, as a cluster has them that has worked for some time. */
public final class History {
    private static final int BATCH = 10_000;
    /** One in 200 failed. */
    private static final int FAILED = 200;

    private static final String JOB =
            "INSERT INTO job (name, title, tags, target, cron, zone) VALUES (?, ?, ?, ?, ?, 'UTC')";
    private static final String RUN =
            "INSERT INTO task (id, job_name, by_hand, scheduled_at, job_version, target, delivery, overlap, spread, parts, state, owner,"
                    + " fence, attempt, recoveries, due_at, claimed_by, claimed_at, started_at, finished_at, outcome, other_outcome, reason, cancel_wanted, token)"
                    + " VALUES (?, ?, FALSE, ?, 1, ?, 'AT_MOST_ONCE', 'ALLOW', 'ANY', 1, 'DONE', 'old/i', 2, 1, 0, ?, 'old/i', ?, ?, ?, ?, NULLIF(?, 'SUCCEEDED'), 'NONE', FALSE, 'old/i#1')";

    private History() {}

    /**
     * Jobs, of which the first so many fire every second, the others once a year.
     *
     * @param firing how many fire every second
     */
    static void jobs(Room room, int jobs, int firing, String target) throws SQLException {
        try (Connection connection = room.connect();
                PreparedStatement insert = connection.prepareStatement(JOB)) {
            connection.setAutoCommit(false);
            for (int n = 0; n < jobs; n++) {
                insert.setString(1, name(n));
                insert.setString(2, "Job number " + n);
                insert.setString(3, n % 10 == 0 ? "tenth,nightly" : "plain");
                insert.setString(4, target);
                insert.setString(5, n < firing ? "* * * * * ?" : n % 60 + " " + n / 60 % 60 + " 3 1 1 ?");
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private static String name(int job) {
        return "GROUP" + job % 20 + ".job-" + job;
    }

    /** Ended runs of all those jobs, ten a second up to now. */
    public static void runs(Room room, int runs, int jobs, String target) throws SQLException {
        long now = System.currentTimeMillis();
        try (Connection connection = room.connect();
                PreparedStatement insert = connection.prepareStatement(RUN);
                Statement analyze = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int n = 0; n < runs; n++) {
                long due = now - 60_000 - (runs - n) * 100L;
                String job = name(n % jobs);
                insert.setString(1, job + "@" + due);
                insert.setString(2, job);
                insert.setLong(3, due);
                insert.setString(4, target);
                insert.setLong(5, due);
                insert.setLong(6, due);
                insert.setLong(7, due + 5);
                insert.setLong(8, due + 250);
                insert.setString(9, n % FAILED == 0 ? "FAILED" : "SUCCEEDED");
                insert.setString(10, n % FAILED == 0 ? "FAILED" : "SUCCEEDED");
                insert.addBatch();
                if (n % BATCH == BATCH - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
            analyze.execute("ANALYZE TABLE task, job");
        }
    }
}
