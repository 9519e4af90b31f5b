package io.baton.benchmarks;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.arena.Cost;
import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.contender.Contender.Ready;
import io.baton.benchmarks.contender.Contender.Recorded;
import io.baton.benchmarks.contender.PeerContender;
import io.baton.benchmarks.peer.Peers;
import io.baton.benchmarks.starts.Starts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures Baton and its peers in turn on the same servers: {@code Bench JOBS SECONDS WORKERS ROUNDS [contender …]}. With
 * {@code SECONDS} 0 each job runs once, as fast as it can; else every second for so long. Without contenders, all.
 */
public final class Bench {
    /** How long a peer may take for its load beyond the load's own seconds. */
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(3);

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        Load load = new Load(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        int workers = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        Set<String> wanted = Set.copyOf(Arrays.asList(arguments).subList(4, arguments.length));
        List<Contender> contenders = contenders().stream()
                .filter(c -> wanted.isEmpty() ? load.seconds() == 0 || c.everySecond() : wanted.contains(c.name()))
                .toList();
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "run-");
        List<Measured> all = new ArrayList<>();
        String machine;
        try (Arena arena = new Arena(folder)) {
            machine = arena.words();
            say(machine);
            contenders.forEach(c -> say(c.name() + ": " + c.settings()));
            for (int round = 1; round <= rounds; round++) {
                for (Contender contender : contenders) {
                    Measured measured = measure(arena.room(contender.name()), contender, load, workers);
                    all.add(measured);
                    say("round " + round + " " + measured.row());
                }
            }
        }
        Report report = new Report(
                machine, contenders.stream().collect(Collectors.toMap(Contender::name, Contender::settings)), all);
        report.write(folder);
        say("");
        say(machine);
        report.table().forEach(Bench::say);
        say("the rounds as JSON, and plots: " + folder);
        System.exit(all.stream().allMatch(m -> m.blame().isEmpty()) ? 0 : 1);
    }

    private static List<Contender> contenders() {
        return Stream.concat(
                        Stream.of(new Baton()), Arrays.stream(Peers.values()).map(PeerContender::new))
                .toList();
    }

    /** One measurement; lateness is that of what was due in the load's time. */
    static Measured measure(Room room, Contender contender, Load load, int workers) {
        String workload = load.jobs() + (load.seconds() == 0 ? " at once" : " a second for " + load.seconds() + " s")
                + ", " + workers + " workers";
        try (Ready ready = contender.ready(room, load, workers)) {
            List<Long> processes = ready.processes();
            ready.rest();
            Cost before = Cost.now(room, processes);
            long from = ready.go();
            long until = load.seconds() == 0 ? Long.MAX_VALUE : from + load.seconds() * 1000L;
            Starts starts = await(room, load, from, until);
            Cost cost = Cost.now(room, processes).since(before, load.executions());
            Optional<Recorded> recorded = recorded(ready, room, load, from);
            return new Measured(contender.name(), workload, from, load.executions(), starts, cost, recorded);
        }
    }

    /** What is recorded once the last has ended, or after some seconds. */
    private static Optional<Recorded> recorded(Ready ready, Room room, Load load, long from) {
        long until = from + Math.max(1, load.seconds()) * 1000L;
        long end = System.currentTimeMillis() + 10_000;
        Optional<Recorded> recorded = ready.recorded(room, from, until);
        while (recorded.filter(r -> r.succeeded() < load.executions()).isPresent()
                && System.currentTimeMillis() < end
                && paused()) {
            recorded = ready.recorded(room, from, until);
        }
        return recorded;
    }

    /** Half a second. @return whether to go on */
    private static boolean paused() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Starts await(Room room, Load load, long from, long until) {
        long end = from + load.seconds() * 1000L + PATIENCE;
        Starts starts = Starts.in(room.folder(), until);
        while (starts.distinct() < load.executions() && System.currentTimeMillis() < end && paused()) {
            starts = Starts.in(room.folder(), until);
        }
        return starts;
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
