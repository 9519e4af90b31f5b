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
import java.util.stream.Collectors;

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
        judged(stage, moment);
    }

    /** What began before must not begin after, but for at-least-once tasks that the backup held unfinished. */
    private static void judged(Stage stage, long moment) {
        List<Entry> begun = stage.cluster().journal().entries().stream()
                .filter(Entry::start)
                .toList();
        Set<String> before = begun.stream()
                .filter(entry -> entry.atMillis() <= moment)
                .map(Entry::task)
                .collect(Collectors.toSet());
        List<String> again = begun.stream()
                .filter(entry -> entry.atMillis() > moment && before.contains(entry.task()))
                .map(Entry::task)
                .toList();
        List<String> wrong =
                again.stream().filter(task -> !stage.jobs().atLeastOnce(task)).toList();
        stage.expect(wrong.isEmpty(), "restored", "at-most-once tasks began again: " + wrong);
        long late = begun.stream()
                .filter(entry -> entry.atMillis() > moment && !before.contains(entry.task()))
                .filter(entry -> Jobs.due(entry.task()) <= moment)
                .filter(entry -> !stage.jobs().atLeastOnce(entry.task()))
                .count();
        stage.expect(late == 0, "restored", late + " tasks that were due before began after");
        stage.figure(again.size() + " at-least-once tasks which the backup held unfinished began again, no other");
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
