package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.starts.Start;
import io.baton.benchmarks.starts.Stay;
import io.baton.resilience.cluster.NodeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Slots of a node that are taken until a measurement frees them, so that it neither runs nor steals what waits. */
public final class TakenSlots {
    private static final String UNTIL = "go";
    private static final String JOB = """
            jobs:
              - name: HOLD.%s
                target: %s.until("%s")
                schedule: { manual: true }
                labels: { %s: %s }
            """;

    private TakenSlots() {}

    /**
     * Takes them, and waits until they are taken.
     *
     * @param door the node that is asked
     * @param label that only the node has whose slots are taken, such as {@code side=b}
     */
    public static void take(Room room, NodeProcess door, String label, int slots) {
        String[] words = label.split("=", -1);
        door.api().apply(JOB.formatted(words[1], Stay.class.getName(), UNTIL, words[0], words[1]));
        for (int n = 0; n < slots; n++) {
            door.api().post("/jobs/HOLD." + words[1] + "/run", "{\"requestId\":\"" + n + "\"}");
        }
        Waiting.until(
                "the slots are taken",
                120,
                200,
                () -> Start.in(room.folder()).stream()
                                .filter(one -> one.task().startsWith("HOLD." + words[1] + "@"))
                                .count()
                        == slots);
    }

    /** Frees them. */
    public static void free(Room room) {
        say(room, UNTIL);
    }

    /** Lets those tasks end that wait for a file of that name. */
    public static void say(Room room, String file) {
        try {
            Files.createFile(room.folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
