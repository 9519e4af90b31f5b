package io.baton.benchmarks.node;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.arena.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How long a node takes from the start of its process to its ready line: {@code StartUp TIMES}, standalone (each time with a new
 * database) and as a member of a cluster (over one schema, which is there already), in turn.
 */
public final class StartUp {
    private StartUp() {}

    public static void main(String[] arguments) throws IOException {
        int times = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "start-up-")
                .toAbsolutePath();
        try (Arena arena = new Arena(folder)) {
            Took took = measured(arena.room("start-up"), times);
            say(arena.words());
            say("| node | ready after, ms: median | least | most | starts |\n|---|---|---|---|---|");
            say(row("standalone, new database", took.alone()));
            say(row("member of a cluster", took.member()));
        }
    }

    /** Ms from the start of each process to its ready line. */
    public record Took(List<Long> alone, List<Long> member) {
        public Took {
            alone = List.copyOf(alone);
            member = List.copyOf(member);
        }
    }

    /** Starts each kind so often, in turn, after one of a cluster that makes the schema and is not counted. */
    public static Took measured(Room room, int times) {
        schema(room);
        List<Long> alone = new ArrayList<>();
        List<Long> member = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            alone.add(took(room.folder().resolve("alone-" + n), round -> List.of(), n));
            member.add(took(room.folder().resolve("member-" + n), round -> member(room, "node-" + round), n));
        }
        return new Took(alone, member);
    }

    /** Has the tables made. */
    public static void schema(Room room) {
        PlainNode.start(room.folder().resolve("schema"), member(room, "schema")).close();
    }

    private static long took(Path folder, IntFunction<List<String>> settings, int round) {
        try (PlainNode node = PlainNode.start(folder, settings.apply(round))) {
            return node.readyMillis();
        }
    }

    /** The settings of a member, by default timings. */
    static List<String> member(Room room, String id) {
        return List.of(
                "--baton.node.id=" + id,
                "--baton.redis.uri=" + room.servers().redisUri(),
                "--baton.db.url=" + room.servers().jdbcUrl(),
                "--baton.db.user=" + room.servers().mariaDb().user(),
                "--baton.db.password=" + room.servers().mariaDb().password());
    }

    private static String row(String name, List<Long> millis) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return "| " + name + " | " + sorted.get((sorted.size() - 1) / 2) + " | " + sorted.get(0) + " | "
                + sorted.get(sorted.size() - 1) + " | " + sorted.size() + " |";
    }

    @SuppressWarnings("SystemOut")
    static void say(String line) {
        System.out.println(line);
    }
}
