package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeProcess;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Nodes compare their jobs with a database that errs, or shows none. */
final class Reconciling {
    private static final Pattern REMOVED = Pattern.compile("jobs changed in the store: [1-9]\\d* removed");
    private static final Pattern CREATED = Pattern.compile("jobs changed in the store: 0 removed, [1-9]\\d* created");
    private static final Pattern MISSING = Pattern.compile("job' doesn't exist");
    private static final Duration SOON = Duration.ofSeconds(40);

    private Reconciling() {}

    /** No node lets go of a job for an error: each still has them all when the table is back. */
    static void definitionsUnreadable(Stage stage) {
        stage.awaitSecond(8);
        Lines lines = Lines.fromNow(stage);
        stage.fault("definitions unreadable", "");
        sql(stage, "RENAME TABLE job TO job_away");
        stage.await(SOON, () -> lines.allHold(stage, MISSING));
        stage.felt(lines.allHold(stage, MISSING), "nodes", "none missed the table");
        stage.awaitSecond(18);
        sql(stage, "RENAME TABLE job_away TO job");
        stage.healed("definitions unreadable", "");
        for (NodeProcess node : stage.cluster().living()) {
            stage.expect(!lines.hold(node, REMOVED), node.id(), "it removed jobs since they could not be read");
        }
    }

    /** An honest answer that there are none is believed; what was due meanwhile is made up for once they are back. */
    static void definitionsEmpty(Stage stage) {
        stage.awaitSecond(8);
        Lines lines = Lines.fromNow(stage);
        stage.fault("definitions empty", "");
        sql(stage, "CREATE TABLE job_empty LIKE job");
        sql(stage, "RENAME TABLE job TO job_away, job_empty TO job");
        stage.await(SOON, () -> lines.allHold(stage, REMOVED));
        stage.felt(lines.allHold(stage, REMOVED), "nodes", "they kept their jobs");
        sql(stage, "RENAME TABLE job TO job_empty, job_away TO job");
        sql(stage, "DROP TABLE job_empty");
        stage.healed("definitions empty", "");
        stage.await(SOON, () -> lines.allHold(stage, CREATED));
    }

    /** What nodes have logged since; the rows before on the same stage have their lines too. */
    private record Lines(Map<String, Integer> from) {
        static Lines fromNow(Stage stage) {
            return new Lines(stage.cluster().living().stream()
                    .collect(
                            Collectors.toMap(NodeProcess::id, node -> node.log().length())));
        }

        boolean hold(NodeProcess node, Pattern words) {
            return words.matcher(node.log().substring(from.getOrDefault(node.id(), 0)))
                    .find();
        }

        boolean allHold(Stage stage, Pattern words) {
            return stage.cluster().living().stream().allMatch(node -> hold(node, words));
        }
    }

    private static void sql(Stage stage, String statement) {
        stage.cluster().ledger().execute(statement);
    }
}
