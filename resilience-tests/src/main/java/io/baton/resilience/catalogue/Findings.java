package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.Frame;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.Kind;
import io.baton.resilience.cluster.Cluster;
import io.baton.resilience.cluster.Journal;
import io.baton.resilience.cluster.LedgerTable.Content;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.cluster.RedisContent;
import io.baton.resilience.cluster.RedisContent.StoredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the stores of a stage and the tasks' journal say at this moment.
 *
 * @param toldByDatabase LIKE patterns of the jobs whose definitions the database tells
 * @param revived whether Redis came back as it was some time before
 */
record Findings(Cluster cluster, Jobs jobs, List<String> toldByDatabase, boolean revived) {
    /** 1 s: on a busy machine a change's transaction takes some tens of milliseconds. */
    private static final long COMMITTED = 1_000;

    Findings {
        toldByDatabase = List.copyOf(toldByDatabase);
    }

    /** A history, with what was told of the stage at its place in time. */
    History history(String name, Account account) {
        Content content = cluster.ledger().content("T.%");
        List<Event> events = new ArrayList<>(LedgerHistory.of(content, journal()));
        account.tellInto(events);
        events.addAll(strays(content));
        Frame frame = new Frame(
                name,
                jobs.from().toEpochMilli(),
                System.currentTimeMillis(),
                account.lastFault(),
                new Frame.Bounds(0, 1, 0, 0, COMMITTED));
        return new History(frame, jobs.definitions(cluster.definitions().versions(toldByDatabase)), events);
    }

    /** What runs of the traffic noted: a row's own jobs are of other groups, and its own to judge. */
    private List<Journal.Entry> journal() {
        return cluster.journal().entries().stream()
                .filter(entry -> entry.task().startsWith("T."))
                .toList();
    }

    private List<Event> strays(Content content) {
        long now = System.currentTimeMillis();
        Set<String> living = cluster.living().stream().map(NodeProcess::id).collect(Collectors.toSet());
        Set<String> open =
                content.rows().stream().filter(row -> !row.done()).map(Row::id).collect(Collectors.toSet());
        List<StoredKey> keys = cluster.servers().redisMasters().stream()
                .flatMap(server -> RedisContent.of(server).stream())
                .toList();
        return new StrayKeys(living, open, revived)
                .among(keys).stream()
                        .map(stray -> Event.of(now, Kind.STRAY, stray.key()).saying(stray.words()))
                        .toList();
    }
}
