package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.faulty.Step;
import io.baton.resilience.proxy.Weather;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * kill -9 of a master in the middle of its sweep, and of a thief in the middle of a theft: what others had lost, and it had just
 * taken on, is lost a second time.
 */
final class SweepKills {
    /** 2 s: the sweep leaves alone what is less late. */
    private static final long MARGIN = 2_000;
    /** 2.5 s of a run of 3 s are left when it is found, so that it goes on when its node dies. */
    private static final long YOUNG = 500;
    /** 4 s of the 6 s after which a node that stands still counts as dead. */
    private static final Duration STILL = Duration.ofSeconds(4);

    private static final int TRIES = 5;
    /** What a dead node had queued of these goes to no other node. */
    private static final List<String> STAYING = List.of("T.broadcast", "T.master");

    private static final List<String> SURE = List.of("T.long_sure", "T.guarded_sure");
    private static final String CROWD = TrafficKind.CROWD.names().get(0);
    private static final int AT_ONCE = 8;
    /** Three times what three nodes have slots for. */
    private static final int MOST = 3 * 48;

    private SweepKills() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow(
                        "T-K12",
                        "kill -9 of the master in its sweep, after a dead node's queued tasks were moved, before they are pushed",
                        stage -> afterADeath(stage, Step.MOVE, "QUEUED", SweepKills::diesWithQueued)),
                new FaultRow(
                        "T-K13",
                        "kill -9 of the master in its sweep, after the tasks that ran on a dead node were settled",
                        stage -> afterADeath(stage, Step.RECOVER, "RUNNING", SweepKills::diesRunning)),
                new FaultRow(
                        "T-K14",
                        "kill -9 of the master in its sweep, after due times that nobody had claimed were entered, before they are pushed",
                        SweepKills::afterEntering),
                new FaultRow(
                        "T-K15",
                        "kill -9 of a node right after it stole messages",
                        Setting.USUAL.with(TrafficKind.CROWD),
                        SweepKills::afterTheft));
    }

    /**
     * A slave dies, and the master after it, at a step of its sweep for tasks of the slave.
     *
     * @param state of the tasks that the step is for
     * @param dying kills a slave that holds such tasks
     */
    private static void afterADeath(
            Stage stage, Step step, String state, BiFunction<Stage, NodeProcess, NodeProcess> dying) {
        Path armed = Kills.armed();
        NodeProcess master = master(stage, step, armed);
        NodeProcess slave = dying.apply(stage, master);
        Set<String> left = ids(held(stage, slave, state));
        Kills.arm(armed, left);
        stage.fault("killed", slave.id());
        died(stage, master, step);
        Set<String> taken = ids(held(stage, master, "QUEUED").filter(row -> left.contains(row.id())));
        Set<String> moved = ids(rows(stage)
                .filter(row -> left.contains(row.id()) && row.state().equals("QUEUED"))
                .filter(row -> !row.node().equals(slave.id())));
        stage.felt(!moved.isEmpty(), master.id(), "none of " + left + " waits elsewhere");
        stage.figure(slave + " left " + left.size() + " " + state + "; when " + master + " died, " + moved.size()
                + " of them waited elsewhere, " + taken.size() + " on itself");
        ended(stage, left);
    }

    /** A slave stands still until another node has sent it a task that may go elsewhere, and dies. */
    private static NodeProcess diesWithQueued(Stage stage, NodeProcess master) {
        for (int n = 0; n < TRIES; n++) {
            NodeProcess slave = slaves(stage, master).get(n % 2);
            slave.pause();
            stage.fault("paused", slave.id());
            if (stage.within(STILL, () -> held(stage, slave, "QUEUED").anyMatch(SweepKills::moves))) {
                slave.kill();
                return slave;
            }
            slave.resume();
            stage.healed("paused", slave.id());
            stage.rest(Duration.ofSeconds(2));
        }
        throw new IllegalStateException("no slave that stood still was sent a task");
    }

    /** A slave dies that has just begun a run of which there may be another. */
    private static NodeProcess diesRunning(Stage stage, NodeProcess master) {
        List<NodeProcess> found = new ArrayList<>();
        stage.await(Duration.ofMinutes(1), () -> {
            long since = System.currentTimeMillis() - YOUNG;
            slaves(stage, master).stream()
                    .filter(node -> held(stage, node, "RUNNING")
                            .anyMatch(row -> row.at().started() > since && isOf(SURE, row)))
                    .forEach(found::add);
            return !found.isEmpty();
        });
        NodeProcess slave = found.get(0);
        slave.kill();
        return slave;
    }

    /** The database is away for two margins: what is due then is the sweep's, once it is back. */
    private static void afterEntering(Stage stage) {
        Path armed = Kills.armed();
        NodeProcess master = master(stage, Step.ENTER, armed);
        stage.fault("database unreachable", "");
        stage.databaseWeather(new Weather.Reset());
        Felt.database(stage, master, new Weather.Reset());
        stage.rest(Duration.ofMillis(2 * MARGIN));
        Kills.arm(armed, Set.of());
        stage.databaseWeather(Weather.FAIR);
        stage.healed("database unreachable", "");
        died(stage, master, Step.ENTER);
        Set<String> entered = ids(rows(stage)
                .filter(row ->
                        row.claimedBy().equals(master.id()) && row.state().equals("QUEUED"))
                .filter(row -> row.at().claimed() - row.at().scheduled() >= MARGIN));
        stage.felt(!entered.isEmpty(), master.id(), "no due time that it entered late waits");
        stage.figure(entered.size() + " due times that " + master + " had entered waited when it died");
        ended(stage, entered);
    }

    /** It takes no work until the others have more than they can run, and then steals, for it is idle. */
    private static void afterTheft(Stage stage) {
        Path armed = Kills.armed();
        NodeProcess thief = stage.cluster().startFaulty("node-4", Kills.halt("after", Step.STEAL, armed));
        thief.awaitReady();
        Roles.drain(stage, List.of(thief));
        List<NodeProcess> others = slaves(stage, thief);
        Set<String> crowd = crowd(stage, () -> others.stream().allMatch(node -> waiting(stage, node) >= 2));
        Kills.arm(armed, Set.of());
        Roles.undrain(stage, List.of(thief));
        died(stage, thief, Step.STEAL);
        long stolen = Queues.inFlight(stage, thief);
        stage.felt(stolen > 0, thief.id(), "nothing is in flight on it");
        stage.figure(stolen + " messages were in flight on the dead thief");
        ended(stage, crowd);
    }

    /** Asks for longer runs, some at once, until that is so. @return their tasks */
    private static Set<String> crowd(Stage stage, BooleanSupplier enough) {
        Set<String> tasks = new HashSet<>();
        while (!enough.getAsBoolean() && tasks.size() < MOST) {
            int from = tasks.size();
            IntStream.range(from, from + AT_ONCE)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> stage.request(CROWD, "theft" + n)))
                    .toList()
                    .forEach(asked -> tasks.add(asked.join()));
        }
        return tasks;
    }

    private static long waiting(Stage stage, NodeProcess node) {
        return Queues.length(stage, Queues.of(node));
    }

    /** A fourth node that halts right after the step, and has the master role. */
    private static NodeProcess master(Stage stage, Step step, Path armed) {
        NodeProcess node = stage.cluster().startFaulty("node-4", Kills.halt("after", step, armed));
        node.awaitReady();
        stage.awaitSecond(6);
        Roles.give(stage, node);
        return node;
    }

    private static void died(Stage stage, NodeProcess node, Step step) {
        stage.within(Duration.ofMinutes(1), () -> !node.alive());
        stage.fault("killed after " + step, node.id());
        Felt.halted(stage, node);
        node.close();
    }

    /** Waits for the ends of these tasks, whoever brings them about. */
    private static void ended(Stage stage, Set<String> tasks) {
        long since = System.nanoTime();
        stage.await(
                Duration.ofMinutes(1),
                () -> rows(stage).filter(row -> tasks.contains(row.id())).allMatch(Row::done));
        stage.figure("they ended within "
                + Duration.ofNanos(System.nanoTime() - since).toMillis() + " ms of that");
    }

    private static boolean moves(Row row) {
        return !isOf(STAYING, row);
    }

    private static boolean isOf(List<String> jobs, Row row) {
        return jobs.stream().anyMatch(row.job()::startsWith);
    }

    private static List<NodeProcess> slaves(Stage stage, NodeProcess master) {
        return stage.cluster().living().stream()
                .filter(node -> !node.id().equals(master.id()))
                .toList();
    }

    private static Stream<Row> held(Stage stage, NodeProcess node, String state) {
        return rows(stage)
                .filter(row -> row.node().equals(node.id()) && row.state().equals(state));
    }

    private static Stream<Row> rows(Stage stage) {
        return stage.cluster().ledger().rows("T.%").stream();
    }

    private static Set<String> ids(Stream<Row> rows) {
        return rows.map(Row::id).collect(Collectors.toSet());
    }
}
