package io.baton.resilience.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How the whole catalogue is played. Rows of one kind share a stage, so that each fault meets what the one before it left
 * behind; two stages stand side by side. Rows that ask for servers or timings of their own, load the machine or measure it
 * have a stage each.
 */
final class Programme {
    private static final List<String> OWN_STAGE = List.of("T-F2", "T-D4", "T-B1");

    private Programme() {}

    /** Stages that may stand beside others. */
    static List<FaultRow> sideBySide() {
        List<FaultRow> stages = new ArrayList<>(List.of(
                together("deaths", Kills.rows(), row -> true),
                together("redis", RedisFaults.rows(), row -> !apart(row)),
                together("pauses and clocks", Pauses.rows(), row -> true),
                together("ways to Redis", Outages.rows(), row -> row.id().startsWith("T-R")),
                together("database", Outages.rows(), row -> row.id().startsWith("T-D")),
                together("ways to both", Partitions.rows(), row -> true),
                together(
                        "poison, edits and disks",
                        Stream.of(Poison.rows(), Edits.rows(), Disks.rows())
                                .flatMap(List::stream)
                                .toList(),
                        row -> !apart(row))));
        Stream.of(RedisFaults.rows(), Disks.rows(), Edits.rows())
                .flatMap(List::stream)
                .filter(Programme::apart)
                .forEach(stages::add);
        return stages;
    }

    /** Stages that stand alone, for what is measured on them or the load that they are. */
    static List<FaultRow> alone() {
        return Loads.rows();
    }

    /** Whether it asks for a stage of its own, or for other servers. */
    private static boolean apart(FaultRow row) {
        return OWN_STAGE.contains(row.id()) || row.setting().servers() != Setting.USUAL.servers();
    }

    private static FaultRow together(String name, List<FaultRow> rows, Predicate<FaultRow> which) {
        return FaultRow.together(name, rows.stream().filter(which).toList());
    }
}
