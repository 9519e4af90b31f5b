package io.baton.resilience.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.resilience.checker.Checker;
import io.baton.resilience.checker.Frame;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.JobDefinition;
import io.baton.resilience.checker.JobDefinition.Promise;
import io.baton.resilience.checker.Verdict;
import io.baton.resilience.cluster.Journal;
import io.baton.resilience.cluster.LedgerTable.Attempt;
import io.baton.resilience.cluster.LedgerTable.Content;
import io.baton.resilience.cluster.LedgerTable.Counts;
import io.baton.resilience.cluster.LedgerTable.Ending;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.LedgerTable.Times;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A task of an at-least-once job: its first attempt, of fence 2, is taken for lost with node-1; node-2 makes another, of fence 4. */
class LedgerHistoryTest {
    private static final String TASK = "G.a@10000";
    private static final Promise SURE = new Promise(true, false, 1, 1);
    private static final Promise QUEUED = new Promise(false, true, 1, 1);

    @Test
    void a_result_of_the_attempt_that_runs_breaks_nothing() {
        assertThat(judged(
                                row(2, 4, "SUCCEEDED", 30_000),
                                "S 1 2 10100 77",
                                "S 2 4 20100 78",
                                "E 2 4 29900 78",
                                "E 1 2 31000 77")
                        .violations())
                .isEmpty();
    }

    @Test
    void a_stale_success_that_was_accepted_while_the_next_attempt_ran_is_found() {
        Verdict verdict = judged(
                row(2, 4, "SUCCEEDED", 25_000), "S 1 2 10100 77", "S 2 4 20100 78", "E 1 2 24900 77", "E 2 4 29900 78");

        assertThat(verdict.byRule()).containsOnlyKeys("P6-fence");
        assertThat(verdict.words()).contains("a result of fence 2 was accepted, 4 ran");
    }

    @Test
    void a_stale_failure_that_was_accepted_is_found() {
        assertThat(judged(row(2, 4, "FAILED", 25_000), "S 1 2 10100 77", "S 2 4 20100 78", "E 1 2 24900 77")
                        .words())
                .contains("a result of fence 2 was accepted, 4 ran");
    }

    @Test
    void a_stale_failure_that_was_accepted_before_the_next_attempt_began_is_found() {
        Row queuedAgain = new Row(
                TASK,
                "G.a",
                "DONE",
                new Ending("FAILED", "", ""),
                "node-2",
                "node-1",
                new Counts(2, 1, 3),
                new Times(10_000, 10_000, 0, 18_000));

        assertThat(judged(queuedAgain, "S 1 2 10100 77", "E 1 2 17900 77").words())
                .contains("a result of fence 2 was accepted, that run was over");
    }

    @Test
    void an_attempt_that_a_node_gave_back_without_having_run_it_is_no_stale_failure() {
        Row givenBack = new Row(
                TASK,
                "G.a",
                "DONE",
                new Ending("FAILED", "", "not run: the ledger confirmed its start too late"),
                "node-2",
                "node-1",
                new Counts(2, 0, 4),
                new Times(10_000, 10_000, 20_050, 25_000));
        Attempt failed = new Attempt(
                TASK,
                new Ending("FAILED", "", ""),
                false,
                "node-1",
                new Counts(1, 0, 2),
                new Times(0, 0, 10_050, 17_000));
        Promise retried = new Promise(false, false, 2, 1);

        assertThat(judged(retried, new Content(List.of(givenBack), List.of(failed)), "S 1 2 10100 77", "E 1 2 16900 77")
                        .violations())
                .isEmpty();
    }

    @Test
    void a_success_that_no_method_told_is_found() {
        assertThat(judged(row(2, 4, "SUCCEEDED", 25_000), "S 1 2 10100 77", "S 2 4 20100 78")
                        .byRule())
                .containsOnlyKeys("P6-fence");
    }

    @Test
    void an_older_effect_that_a_record_let_through_is_found() {
        String[] newerFirst = {
            "S 1 2 10100 77",
            "S 2 4 20100 78",
            "W 2 4 20110 78 G.a@10000",
            "E 2 4 29900 78",
            "W 1 2 29950 77 G.a@10000",
            "E 1 2 31000 77"
        };
        String[] refused = newerFirst.clone();
        refused[4] = "R 1 2 29950 77 G.a@10000";

        assertThat(judged(row(2, 4, "SUCCEEDED", 30_000), newerFirst).words())
                .contains("an effect of fence 2 went through after one of 4");
        assertThat(judged(row(2, 4, "SUCCEEDED", 30_000), refused).violations()).isEmpty();
    }

    @Test
    void a_success_whose_effect_was_refused_is_found() {
        Row row = new Row(
                TASK,
                "G.a",
                "DONE",
                new Ending("SUCCEEDED", "", ""),
                "node-2",
                "node-1",
                new Counts(1, 0, 2),
                new Times(10_000, 10_000, 10_050, 12_000));
        Content content = new Content(List.of(row), List.of());

        assertThat(judged(QUEUED, content, "S 1 7 10100 77", "W 1 7 10110 77 G.a", "E 1 7 11900 77")
                        .violations())
                .isEmpty();
        assertThat(judged(QUEUED, content, "S 1 7 10100 77", "R 1 7 10110 77 G.a", "E 1 7 11900 77")
                        .byRule())
                .containsOnlyKeys("P6-fence");
    }

    private static Row row(int attempt, long fence, String outcome, long finished) {
        return new Row(
                TASK,
                "G.a",
                "DONE",
                new Ending(outcome, "", ""),
                "node-2",
                "node-1",
                new Counts(attempt, 1, fence),
                new Times(10_000, 10_000, 20_050, finished));
    }

    private static Verdict judged(Row row, String... journal) {
        Attempt lost = new Attempt(
                TASK,
                new Ending("LOST", "", ""),
                false,
                "node-1",
                new Counts(1, 0, 2),
                new Times(0, 0, 10_050, 17_000));
        return judged(SURE, new Content(List.of(row), List.of(lost)), journal);
    }

    /** @param journal lines without the task */
    private static Verdict judged(Promise promise, Content content, String... journal) {
        List<Journal.Entry> entries = Stream.of(journal)
                .map(line -> Journal.Entry.parse(line.charAt(0) + " " + TASK + line.substring(1)))
                .toList();
        JobDefinition job = new JobDefinition("G.a", 1, 0, JobDefinition.State.ENABLED, "once 10000", promise);
        Frame frame = new Frame("made", 0, 100_000, OptionalLong.empty(), new Frame.Bounds(0, 1, 0, 0, 1));
        return Checker.check(new History(frame, List.of(job), LedgerHistory.of(content, entries)));
    }
}
