package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.Footprint;
import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.cluster.Servers;
import io.baton.resilience.proxy.Weather;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Minutes of faults that a seed chooses, two at a time: one after the other happens to processes, and meanwhile one after the
 * other to servers and the ways to them. The same seed gives the same faults in the same order; when each of them comes
 * depends on how long those before it took.
 */
final class Soak {
    /** Pools that had not been at their largest yet. */
    private static final int MORE_THREADS = 12;

    private static final long MORE_HEAP_KB = 16 * 1024;

    private static final int MOST_STARTS = 10;
    private static final int STORE_AWAY = 3;

    private final Stage stage;
    private final int seconds;

    /** A fault from its beginning to its end. */
    private record Plague(String name, BiConsumer<Stage, Random> play) {}

    private Soak(Stage stage, int seconds) {
        this.stage = stage;
        this.seconds = seconds;
    }

    static FaultRow of(long seed, int minutes) {
        int seconds = 60 * minutes;
        return new FaultRow(
                "soak-" + seed,
                minutes + " min of faults, seed " + seed,
                Setting.USUAL.lasting(seconds),
                stage -> new Soak(stage, seconds).run(seed));
    }

    /** Faults of servers only, so that the nodes live through all of them; what they hold may not grow meanwhile. */
    static FaultRow endured(long seed, int minutes) {
        int seconds = 60 * minutes;
        return new FaultRow(
                "endure-" + seed,
                minutes + " min of faults of servers, seed " + seed,
                Setting.USUAL.lasting(seconds),
                stage -> new Soak(stage, seconds).endure(seed));
    }

    private void endure(long seed) {
        stage.awaitSecond(30);
        Map<NodeProcess, Footprint> before = footprints();
        lane(onServers(), new Random(seed));
        fair();
        stage.awaitSecond(seconds - 5);
        footprints().forEach((node, after) -> {
            Footprint first = Objects.requireNonNull(before.get(node), "every node lived through it");
            stage.figure(node + ": " + first + " → " + after);
            stage.expect(
                    after.threads() <= first.threads() + MORE_THREADS,
                    node.id(),
                    "threads grew: " + first + " → " + after);
            stage.expect(
                    after.heapKb() <= first.heapKb() * 3 / 2 + MORE_HEAP_KB,
                    node.id(),
                    "the heap grew: " + first + " → " + after);
        });
    }

    private Map<NodeProcess, Footprint> footprints() {
        return stage.cluster().living().stream().collect(Collectors.toMap(node -> node, Footprint::of));
    }

    private void fair() {
        stage.redisWeather(Weather.FAIR);
        stage.databaseWeather(Weather.FAIR);
        stage.healed("all", "");
    }

    private void run(long seed) {
        stage.awaitSecond(3);
        CompletableFuture<Void> processes = CompletableFuture.runAsync(() -> lane(onProcesses(), new Random(2 * seed)));
        lane(onServers(), new Random(2 * seed + 1));
        processes.join();
        fair();
        for (int n = 1; n <= Stage.NODES; n++) {
            if (!stage.cluster().node("node-" + n).alive()) {
                supervised(stage, "node-" + n);
            }
        }
    }

    private void lane(List<Plague> plagues, Random chance) {
        while (!stage.passed(seconds - 20)) {
            Plague plague = plagues.get(chance.nextInt(plagues.size()));
            stage.fault(plague.name(), "");
            plague.play().accept(stage, chance);
            stage.healed(plague.name(), "");
            rest(stage, chance, 1, 5);
        }
    }

    private static List<Plague> onProcesses() {
        return List.of(
                new Plague("node killed", (stage, chance) -> {
                    NodeProcess node = anybody(stage, chance);
                    node.kill();
                    Felt.gone(stage, node);
                    rest(stage, chance, 0, 9);
                    supervised(stage, node.id());
                }),
                new Plague("node restarted", (stage, chance) -> {
                    NodeProcess node = anybody(stage, chance);
                    node.stop();
                    Felt.gone(stage, node);
                    supervised(stage, node.id());
                }),
                new Plague("node paused", (stage, chance) -> {
                    NodeProcess node = anybody(stage, chance);
                    node.pause();
                    Felt.still(stage, node);
                    rest(stage, chance, 1, 15);
                    node.resume();
                }),
                new Plague("node cut off", (stage, chance) -> {
                    NodeProcess node = anybody(stage, chance);
                    atOnce(stage, () -> {
                        stage.redisOf(node).weather(new Weather.BlackHole());
                        stage.databaseOf(node).weather(new Weather.BlackHole());
                        Felt.redis(stage, node, new Weather.BlackHole());
                        Felt.database(stage, node, new Weather.BlackHole());
                    });
                    rest(stage, chance, 1, 12);
                    atOnce(stage, () -> {
                        stage.redisOf(node).weather(Weather.FAIR);
                        stage.databaseOf(node).weather(Weather.FAIR);
                    });
                }));
    }

    private static List<Plague> onServers() {
        return List.of(
                new Plague("redis killed", (stage, chance) -> {
                    servers(stage).redis().kill();
                    Felt.redisAway(stage);
                    rest(stage, chance, 0, 3);
                    servers(stage).redis().restart();
                }),
                new Plague(
                        "redis emptied",
                        (stage, chance) -> Felt.emptied(stage, servers(stage).redis())),
                new Plague("redis without memory", (stage, chance) -> {
                    servers(stage).redis().send("CONFIG", "SET", "maxmemory", "1");
                    Felt.full(stage, servers(stage).redis());
                    rest(stage, chance, 1, 6);
                    servers(stage).redis().send("CONFIG", "SET", "maxmemory", "0");
                }),
                ofRedis("redis unreachable", new Weather.Reset()),
                ofRedis("redis slow", new Weather.Slow(Duration.ofMillis(200))),
                new Plague("replies cut", (stage, chance) -> {
                    Weather.CutReplies ofRedis = Weather.CutReplies.next(3);
                    Weather.CutReplies ofDatabase = Weather.CutReplies.next(3);
                    atOnce(stage, () -> {
                        stage.redisWeather(ofRedis);
                        stage.databaseWeather(ofDatabase);
                        rest(stage, chance, 2, 4);
                        stage.redisWeather(Weather.FAIR);
                        stage.databaseWeather(Weather.FAIR);
                    });
                    Felt.cut(stage, "replies of redis", ofRedis.cut());
                    Felt.cut(stage, "replies of the database", ofDatabase.cut());
                }),
                new Plague("database killed", (stage, chance) -> {
                    servers(stage).mariaDb().kill();
                    Felt.databaseAway(stage);
                    rest(stage, chance, 0, 3);
                    servers(stage).mariaDb().restart();
                }),
                new Plague("database paused", (stage, chance) -> {
                    servers(stage).mariaDb().pause();
                    Felt.databaseAway(stage);
                    rest(stage, chance, 1, 6);
                    servers(stage).mariaDb().resume();
                }),
                weather("database unreachable", new Weather.Reset(), Stage::databaseWeather, Felt::database));
    }

    private static Plague ofRedis(String name, Weather bad) {
        return weather(name, bad, Stage::redisWeather, Felt::redis);
    }

    /** Shows that a way is bad. */
    @FunctionalInterface
    private interface Feeling {
        void of(Stage stage, NodeProcess node, Weather bad);
    }

    private static Plague weather(String name, Weather bad, BiConsumer<Stage, Weather> where, Feeling feeling) {
        return new Plague(name, (stage, chance) -> {
            NodeProcess node = anybody(stage, chance);
            atOnce(stage, () -> {
                where.accept(stage, bad);
                feeling.of(stage, node, bad);
            });
            rest(stage, chance, 1, 8);
            atOnce(stage, () -> where.accept(stage, Weather.FAIR));
        });
    }

    /** Starts a node as a supervisor does: one that met a fault while it started has said so, and ended with 3. */
    private static void supervised(Stage stage, String id) {
        for (int tries = 1; ; tries++) {
            NodeProcess node = stage.cluster().start(id);
            try {
                node.awaitReady();
                return;
            } catch (IllegalStateException e) {
                if (tries == MOST_STARTS || !node.exitCode().equals(OptionalInt.of(STORE_AWAY))) {
                    throw e;
                }
                stage.figure(id + " was started again");
            }
        }
    }

    /** The two lanes share the weather: neither changes it while the other looks at what it did. */
    private static void atOnce(Stage stage, Runnable change) {
        synchronized (stage) {
            change.run();
        }
    }

    private static Servers servers(Stage stage) {
        return stage.cluster().servers();
    }

    private static NodeProcess anybody(Stage stage, Random chance) {
        return stage.cluster().node("node-" + (1 + chance.nextInt(Stage.NODES)));
    }

    private static void rest(Stage stage, Random chance, int least, int most) {
        stage.rest(Duration.ofSeconds(least + chance.nextInt(most - least + 1)));
    }
}
