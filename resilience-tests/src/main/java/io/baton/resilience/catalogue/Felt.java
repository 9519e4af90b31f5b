package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.faulty.FaultyNode;
import io.baton.resilience.proxy.Weather;
import io.baton.testservers.RedisServer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How rows show that a fault did what it is there for; what was not felt breaks the row. */
final class Felt {
    private Felt() {}

    /** The process is gone. */
    static void gone(Stage stage, NodeProcess node) {
        stage.felt(!node.alive(), node.id(), "its process lives");
    }

    /** The process was ended by the fail point, and by nothing else. */
    static void halted(Stage stage, NodeProcess node) {
        OptionalInt code = node.exitCode();
        stage.felt(
                code.equals(OptionalInt.of(FaultyNode.KILLED)),
                node.id(),
                "it ended with " + code + ", not at its fail point:\n" + node.log());
    }

    /** The process is there and answers nobody. */
    static void still(Stage stage, NodeProcess node) {
        stage.felt(
                node.alive() && !node.api().answers(Duration.ofSeconds(1)), node.id(), "it answers, or it is no more");
    }

    /** Redis itself refuses everybody. */
    static void redisAway(Stage stage) {
        away(stage, "redis", Pulse.redis(stage.cluster().servers().redis().port()));
    }

    /** The database itself refuses everybody. */
    static void databaseAway(Stage stage) {
        away(
                stage,
                "database",
                Pulse.database(stage.cluster().servers().mariaDb().port()));
    }

    /** A node's way to Redis is as bad as it was to be. */
    static void redis(Stage stage, NodeProcess node, Weather bad) {
        bad(stage, node.id() + " to redis", bad, Pulse.redis(stage.redisOf(node).port()));
    }

    /** A node's way to the database is. */
    static void database(Stage stage, NodeProcess node, Weather bad) {
        bad(
                stage,
                node.id() + " to database",
                bad,
                Pulse.database(stage.databaseOf(node).port()));
    }

    /** Replies were cut. */
    static void cut(Stage stage, String of, int replies) {
        stage.felt(replies > 0, of, "no reply was cut");
    }

    /** Redis refuses to write. */
    static void full(Stage stage, RedisServer redis) {
        String answer;
        try {
            answer = redis.send("SET", "felt", "1");
        } catch (UncheckedIOException e) {
            answer = String.valueOf(e.getMessage());
        }
        stage.felt(answer.contains("OOM"), "redis", "it takes more: " + answer);
    }

    /** Redis' clock, as a client of it sees it, is ahead of the machine's by what it was to be, give or take two seconds. */
    static void redisAhead(Stage stage, RedisServer redis, Duration by) {
        long told = Long.parseLong(redis.send("TIME").lines().findFirst().orElseThrow());
        long ahead = told - System.currentTimeMillis() / 1000;
        stage.felt(Math.abs(ahead - by.toSeconds()) <= 2, "redis", "its clock is " + ahead + " s ahead");
    }

    /** Empties Redis, which had something. */
    static void emptied(Stage stage, RedisServer redis) {
        String sizes = redis.send(
                "EVAL",
                "local before = redis.call('DBSIZE') redis.call('FLUSHALL') return before .. ' ' .. redis.call('DBSIZE')",
                "0");
        stage.felt(sizes.matches("[1-9][0-9]* 0"), "redis", "keys before and after: " + sizes);
    }

    /** The node said so. */
    static void said(Stage stage, NodeProcess node, String words) {
        stage.felt(node.log().contains(words), node.id(), "it did not say '" + words + "'");
    }

    private static void bad(Stage stage, String way, Weather bad, OptionalLong millis) {
        if (bad instanceof Weather.Slow slow) {
            long least = slow.delay().toMillis();
            stage.felt(millis.orElse(Long.MAX_VALUE) >= least, way, "it answers within " + millis);
        } else {
            away(stage, way, millis);
        }
    }

    private static void away(Stage stage, String way, OptionalLong millis) {
        stage.felt(millis.isEmpty(), way, "it answers within " + millis);
    }
}
