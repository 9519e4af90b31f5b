package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.Journal;
import io.baton.resilience.cluster.LedgerTable.Attempt;
import io.baton.resilience.cluster.LedgerTable.Content;
import io.baton.resilience.cluster.LedgerTable.Ending;
import io.baton.resilience.cluster.LedgerTable.Row;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whose end the ledger took. A row shows the fence of its last attempt, whoever told the end; but what succeeded or failed
 * was told by a method that had returned, and each return is in the journal with its attempt. So if the row's own
 * attempt had not returned when the end was recorded and another one had, the end is that one's.
 */
final class Writers {
    /** How the words of an end begin that a node told without having called the method. */
    private static final String NOT_RUN = "not run:";

    private final Map<String, List<Journal.Entry>> returns;
    private final Map<String, Map<Integer, Long>> fences = new HashMap<>();

    private Writers(Map<String, List<Journal.Entry>> returns) {
        this.returns = returns;
    }

    static Writers of(Content content, List<Journal.Entry> journal) {
        Writers writers = new Writers(journal.stream()
                .filter(entry -> entry.mark() == Journal.Mark.RETURNED)
                .collect(Collectors.groupingBy(Journal.Entry::task)));
        content.attempts()
                .forEach(a -> writers.fences
                        .computeIfAbsent(a.task(), task -> new HashMap<>())
                        .put(a.counts().attempt(), a.counts().fence()));
        return writers;
    }

    /** The fence of the attempt that told the end of a row. */
    long fence(Row row) {
        return toldByMethod(row.end())
                ? fence(
                        row.id(),
                        row.counts().attempt(),
                        row.counts().fence(),
                        row.at().finished())
                : row.counts().fence();
    }

    /** The fence of the attempt that told the end of an earlier one; a late one's is its own. */
    long fence(Attempt attempt) {
        return !attempt.late() && toldByMethod(attempt.end())
                ? fence(
                        attempt.task(),
                        attempt.counts().attempt(),
                        attempt.counts().fence(),
                        attempt.at().finished())
                : attempt.counts().fence();
    }

    private static boolean toldByMethod(Ending end) {
        return end.words().equals("SUCCEEDED")
                || (end.words().equals("FAILED") && !end.error().startsWith(NOT_RUN));
    }

    private long fence(String task, int attempt, long fence, long at) {
        List<Journal.Entry> before = returns.getOrDefault(task, List.of()).stream()
                .filter(entry -> entry.atMillis() <= at)
                .toList();
        if (before.stream().anyMatch(entry -> entry.attempt() == attempt)) {
            return fence;
        }
        Map<Integer, Long> known = fences.getOrDefault(task, Map.of());
        return before.stream()
                .max(Comparator.comparingLong(Journal.Entry::atMillis))
                .map(entry -> known.getOrDefault(entry.attempt(), fence))
                .orElse(fence);
    }
}
