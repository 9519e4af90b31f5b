package io.baton.resilience.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How the whole catalogue is played. Rows of one kind share a stage, so that each fault meets what the one before it left
 * behind; three stages stand side by side. Rows that ask for servers or timings of their own, load the machine or measure it
 * have a stage each.
 */
final class Programme {
    private static final List<String> OWN_STAGE = List.of("T-F2", "T-D4", "T-B1", "T-C4");

    private Programme() {}

    /** Stages that may stand beside others, the longest first. */
    static List<FaultRow> sideBySide() {
        List<FaultRow> stages = new ArrayList<>(List.of(Loads.flood()));
        stages.add(together("deaths", Kills.rows()));
        stages.add(together("pauses and clocks", Pauses.rows()));
        stages.add(together("redis", RedisFaults.rows()));
        stages.add(
                together("ways to Redis", those(Outages.rows(), row -> row.id().startsWith("T-R"))));
        stages.add(together("database", those(Outages.rows(), row -> row.id().startsWith("T-D"))));
        stages.add(together("ways to both", Partitions.rows()));
        stages.add(together("poison, edits and disks", all(Stream.of(Poison.rows(), Edits.rows(), Disks.rows()))));
        stages.addAll(
                those(all(Stream.of(Pauses.rows(), RedisFaults.rows(), Disks.rows(), Edits.rows())), Programme::apart));
        stages.addAll(Versions.rows());
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

    private static List<FaultRow> all(Stream<List<FaultRow>> kinds) {
        return kinds.flatMap(List::stream).toList();
    }

    private static List<FaultRow> those(List<FaultRow> rows, Predicate<FaultRow> which) {
        return rows.stream().filter(which).toList();
    }

    /** Those that can share a stage. */
    private static FaultRow together(String name, List<FaultRow> rows) {
        return FaultRow.together(name, those(rows, row -> !apart(row)));
    }
}
