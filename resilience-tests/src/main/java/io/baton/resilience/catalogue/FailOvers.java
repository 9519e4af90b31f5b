package io.baton.resilience.catalogue;

import io.baton.testservers.RedisSentinels;
import io.baton.testservers.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The Sentinels name another master while the old one is there. */
final class FailOvers {
    private static final Pattern CLIENT = Pattern.compile("(?m)^id=(\\d+) ");
    private static final Duration SOON = Duration.ofSeconds(60);

    private FailOvers() {}

    /**
     * The old master may not be told to follow another: it goes on as a master for its clients, of which every second one
     * loses its connection and asks the Sentinels for the new one. So both are written to for 8 s.
     */
    static void oldMasterLives(Stage stage) {
        RedisServer old = stage.cluster().servers().redis();
        RedisSentinels sentinels = sentinels(stage);
        RedisServer other = sentinels.servers().stream()
                .filter(server -> server.port() != old.port())
                .findFirst()
                .orElseThrow();
        stage.awaitSecond(6);
        old.send("ACL", "SETUSER", "default", "-replicaof", "-slaveof");
        stage.fault("redis split", "");
        stage.redisRevived();
        sentinels.sentinels().get(0).send("SENTINEL", "FAILOVER", "mymaster");
        stage.await(SOON, () -> sentinels.sentinels().stream().allMatch(sentinel -> names(sentinel, other)));
        everySecondClient(old).forEach(id -> old.send("CLIENT", "KILL", "ID", id));
        stage.await(SOON, () -> scripts(other) > 0);
        long oldFrom = scripts(old);
        long otherFrom = scripts(other);
        stage.rest(Duration.ofSeconds(8));
        long oldScripts = scripts(old) - oldFrom;
        long otherScripts = scripts(other) - otherFrom;
        stage.felt(
                old.send("ROLE").startsWith("master") && oldScripts > 0 && otherScripts > 0,
                "redis",
                "the old master ran " + oldScripts + " scripts meanwhile, the new one " + otherScripts);
        stage.figure("for 8 s both were masters: " + oldScripts + " scripts by the old one, " + otherScripts
                + " by the new one");
        old.send("ACL", "SETUSER", "default", "+replicaof", "+slaveof");
        stage.await(SOON, () -> old.send("ROLE").startsWith("slave"));
        stage.healed("redis split", "");
    }

    static void oldMasterStandsStill(Stage stage) {
        RedisServer old = stage.cluster().servers().redis();
        stage.awaitSecond(6);
        stage.fault("redis master paused", "");
        stage.redisRevived();
        old.pause();
        Felt.redisAway(stage);
        stage.awaitSecond(13);
        old.resume();
        stage.healed("redis master paused", "");
        stage.await(SOON, () -> old.send("ROLE").startsWith("slave"));
    }

    private static RedisSentinels sentinels(Stage stage) {
        return stage.cluster().servers().parts().stream()
                .filter(RedisSentinels.class::isInstance)
                .map(RedisSentinels.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Whether it tells clients that this is the master. */
    private static boolean names(RedisServer sentinel, RedisServer master) {
        return sentinel.send("SENTINEL", "GET-MASTER-ADDR-BY-NAME", "mymaster").contains(String.valueOf(master.port()));
    }

    private static List<String> everySecondClient(RedisServer server) {
        List<String> all = CLIENT.matcher(server.send("CLIENT", "LIST", "TYPE", "normal"))
                .results()
                .map(FailOvers::id)
                .toList();
        return all.stream().filter(id -> all.indexOf(id) % 2 == 1).toList();
    }

    private static String id(MatchResult line) {
        return line.group(1);
    }

    /** How many scripts it ran: the nodes change all that they keep there by scripts. */
    private static long scripts(RedisServer server) {
        return Pattern.compile("cmdstat_evalsha:calls=(\\d+)")
                .matcher(server.send("INFO", "commandstats"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
