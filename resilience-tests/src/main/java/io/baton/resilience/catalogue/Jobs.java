package io.baton.resilience.catalogue;

import io.baton.resilience.checker.JobDefinition;
import io.baton.resilience.checker.JobDefinition.State;
import io.baton.resilience.cluster.DefinitionTable.Version;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeApi;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jobs of a stage. @param from their first possible due time, {@code until} the last */
record Jobs(Set<TrafficKind> kinds, Instant from, Instant until) {

    void applyTo(NodeApi node) {
        apply(kinds, node);
    }

    /** Applies those that are due until the traffic ends, to end them. */
    void endOn(NodeApi node) {
        apply(kinds.stream().filter(TrafficKind::lasts).collect(Collectors.toSet()), node);
    }

    private void apply(Set<TrafficKind> which, NodeApi node) {
        StringBuilder file = new StringBuilder("jobs:\n");
        which.stream().flatMap(kind -> kind.lines(from, until).stream()).forEach(file::append);
        node.apply(file.toString());
    }

    /** As the checker knows them. @param versions of those that were changed meanwhile, from the database */
    List<JobDefinition> definitions(List<Version> versions) {
        Set<String> changed = versions.stream().map(Version::job).collect(Collectors.toSet());
        Stream<JobDefinition> kept = kinds.stream()
                .flatMap(kind -> kind.definitions(from, until).stream())
                .filter(definition -> !changed.contains(definition.key()));
        return Stream.concat(kept, versions.stream().map(this::changed)).toList();
    }

    private JobDefinition changed(Version version) {
        State state = version.state().enabled() ? State.ENABLED : State.PAUSED;
        return new JobDefinition(
                version.job(),
                version.number(),
                version.from(),
                version.state().deleted() ? State.DELETED : state,
                version.schedule(),
                kindOf(version.job()).promise());
    }

    /** A task's due time, UTC millis; of one that was asked for, the end of time. */
    static long due(String task) {
        String when = task.substring(task.indexOf('@') + 1).split("~", 2)[0];
        return when.startsWith("r-") ? Long.MAX_VALUE : Long.parseLong(when);
    }

    private TrafficKind kindOf(String job) {
        return kinds.stream()
                .filter(kind -> kind.names().contains(job))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(job + " is of no kind of this stage"));
    }

    /** Whether all that is due is in the ledger and has ended. */
    boolean over(List<Row> rows) {
        String last = "@" + until.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        return rows.stream().allMatch(Row::done)
                && TrafficKind.TICK.names().stream()
                        .allMatch(job -> rows.stream().anyMatch(row -> row.id().equals(job + last)));
    }
}
