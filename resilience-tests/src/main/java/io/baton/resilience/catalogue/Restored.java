package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.Backup;
import io.baton.resilience.cluster.Journal.Entry;
import io.baton.resilience.cluster.NodeProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The nodes are stopped, the database is restored from a backup made some seconds before, Redis is emptied, the statements of
 * docs/operations.md are run, and the nodes are started again. What the ledger knew of the time between is gone, so all rules
 * are asked of what is due later; of what was before, that nothing begins a second time which may not.
 */
final class Restored {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String UNFINISHED = "SELECT COUNT(*) FROM task WHERE state <> 'DONE' AND claimed_at <= ";

    private Restored() {}

    static void older(Stage stage) {
        stage.awaitSecond(8);
        Backup backup = stage.cluster().backup();
        stage.awaitSecond(16);
        stage.fault("database restored", "");
        List<NodeProcess> nodes = stage.cluster().living();
        nodes.forEach(NodeProcess::stop);
        String lost = value(stage, "SELECT COUNT(*) FROM task");
        backup.restore(statements());
        stage.felt(!value(stage, "SELECT COUNT(*) FROM task").equals(lost), "ledger", "it lost nothing");
        Felt.emptied(stage, stage.cluster().servers().redis());
        long moment = Long.parseLong(value(stage, "SELECT MAX(swept_to) FROM job_watermark"));
        stage.countsFrom(moment + 1);
        nodes.forEach(node -> stage.cluster().start(node.id()));
        stage.cluster().living().forEach(NodeProcess::awaitReady);
        stage.healed("database restored", "");
        stage.await(SOON, () -> value(stage, UNFINISHED + moment).equals("0"));
        judged(stage, moment, backup.unfinishedAtLeastOnce());
    }

    /**
     * What was due before must not begin after, whether it began before or not, but for tasks which the backup held unfinished
     * and which may; those have fences that nobody has seen.
     */
    private static void judged(Stage stage, long moment, Set<String> mayAgain) {
        List<Entry> late = stage.cluster().journal().entries().stream()
                .filter(entry -> entry.start() && entry.atMillis() > moment && Jobs.due(entry.task()) <= moment)
                .toList();
        List<String> wrong = late.stream()
                .map(Entry::task)
                .filter(task -> !mayAgain.contains(task))
                .toList();
        stage.expect(wrong.isEmpty(), "restored", "tasks that were due before began after: " + wrong);
        List<Entry> old = late.stream().filter(entry -> entry.fence() < moment).toList();
        stage.expect(old.isEmpty(), "restored", "fences that somebody may have seen: " + old);
        stage.figure(late.size() + " starts of " + mayAgain.size()
                + " at-least-once tasks which the backup held unfinished, and of no other that was due before");
    }

    private static String value(Stage stage, String query) {
        return stage.cluster().ledger().value(query);
    }

    /** What docs/operations.md tells operators to run. */
    static String statements() {
        try (InputStream script = Restored.class.getResourceAsStream("restored.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
