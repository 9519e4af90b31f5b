package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.ResultSpool;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ResultSpool}: ends of runs that outlive their process. */
public abstract class ResultSpoolContract {
    private static final Incarnation ANNA = Incarnation.parse("anna/a1");
    private static final Incarnation BERT = Incarnation.parse("bert/b1");

    private @Nullable Machine opened;

    /** One machine with nothing kept on it. */
    public interface Machine extends AutoCloseable {
        /** A new process, which lives. */
        ResultSpool process();

        /** Ends a process as kill -9 does. */
        void kill(ResultSpool process);

        @Override
        void close();
    }

    protected abstract Machine machine();

    @BeforeEach
    final void openMachine() {
        opened = machine();
    }

    @AfterEach
    final void closeMachine() {
        if (opened != null) {
            opened.close();
        }
    }

    private Machine here() {
        if (opened == null) {
            throw new IllegalStateException("the machine is opened before each test");
        }
        return opened;
    }

    /** What a new process finds. */
    private List<Finish> found() {
        return here().process().leftBehind().ends();
    }

    private static Finish end(Incarnation by, int number) {
        return new Finish(TaskId.parse("DEMO.job@" + number), 2, by, Ending.of(Outcome.SUCCEEDED), Optional.empty());
    }

    private static List<Finish> ends(int count) {
        return IntStream.range(0, count).mapToObj(n -> end(ANNA, n)).toList();
    }

    @Test
    void R1_what_a_dead_process_kept_comes_back_equal_and_in_order() {
        String error = "first line\nsecond \"line\"\r\u2028\u0000 \\ tab\t zażółć 🎉 half \ud83c";
        List<Finish> ends = List.of(
                new Finish(
                        TaskId.parse("DEMO.job@r-x~3"),
                        7,
                        ANNA,
                        new Ending(Outcome.FAILED, Reason.NONE, error),
                        Optional.of(Duration.ofMillis(1_500))),
                end(ANNA, 1),
                new Finish(
                        TaskId.parse("DEMO.job@2"),
                        Long.MAX_VALUE,
                        ANNA,
                        new Ending(Outcome.TIMED_OUT, Reason.NONE, "\u0001".repeat(Ending.LONGEST_ERROR)),
                        Optional.empty()));
        ResultSpool anna = here().process();
        assertThat(anna.keep(ends)).isEmpty();

        here().kill(anna);

        assertThat(here().process().leftBehind()).isEqualTo(new ResultSpool.LeftBehind(ends, List.of()));
    }

    @Test
    void R1_ends_of_several_dead_processes_are_found_together() {
        ResultSpool anna = here().process();
        ResultSpool bert = here().process();
        anna.keep(List.of(end(ANNA, 1)));
        bert.keep(List.of(end(BERT, 2)));
        anna.keep(List.of(end(ANNA, 3)));

        here().kill(anna);
        here().kill(bert);

        assertThat(found()).containsExactlyInAnyOrder(end(ANNA, 1), end(ANNA, 3), end(BERT, 2));
    }

    @Test
    void R2_kept_twice_is_kept_once() {
        ResultSpool anna = here().process();
        anna.keep(List.of(end(ANNA, 1), end(ANNA, 1)));
        assertThat(anna.keep(List.of(end(ANNA, 1)))).isEmpty();

        here().kill(anna);

        assertThat(found()).containsExactly(end(ANNA, 1));
    }

    @Test
    void R3_what_is_over_the_bound_is_refused_and_the_others_are_kept() {
        ResultSpool anna = here().process();
        List<Finish> ends = ends(ResultSpool.MOST + 2);

        assertThat(anna.keep(ends)).containsExactlyElementsOf(ends.subList(ResultSpool.MOST, ends.size()));
        assertThat(anna.keep(ends.subList(0, 1))).as("kept already").isEmpty();

        here().kill(anna);
        assertThat(found()).containsExactlyElementsOf(ends.subList(0, ResultSpool.MOST));
    }

    @Test
    void R3_forgetting_makes_room() {
        ResultSpool anna = here().process();
        anna.keep(ends(ResultSpool.MOST));

        anna.forget(List.of(end(ANNA, 0)));

        assertThat(anna.keep(List.of(end(BERT, 1), end(BERT, 2)))).containsExactly(end(BERT, 2));
    }

    @Test
    void R4_what_a_living_process_keeps_is_found_by_nobody() {
        ResultSpool anna = here().process();
        anna.keep(List.of(end(ANNA, 1)));

        assertThat(found()).isEmpty();
        assertThat(anna.leftBehind().ends()).isEmpty();
        assertThat(found()).as("a look harms nothing").isEmpty();

        here().kill(anna);
        assertThat(found()).containsExactly(end(ANNA, 1));
    }

    @Test
    void R5_what_was_forgotten_is_not_found() {
        ResultSpool anna = here().process();
        anna.keep(ends(3));
        anna.forget(List.of(end(ANNA, 1), end(BERT, 0), end(ANNA, 9)));

        here().kill(anna);

        assertThat(found()).containsExactly(end(ANNA, 0), end(ANNA, 2));
    }

    @Test
    void R5_after_all_was_forgotten_ends_are_kept_as_before() {
        ResultSpool anna = here().process();
        anna.forget(ends(1));
        anna.keep(ends(2));
        anna.forget(ends(2));
        anna.forget(ends(2));
        anna.keep(List.of(end(ANNA, 5)));

        here().kill(anna);

        assertThat(found()).containsExactly(end(ANNA, 5));
    }

    @Test
    void R5_ends_that_were_left_behind_and_are_forgotten_are_gone_for_all() {
        ResultSpool anna = here().process();
        anna.keep(ends(3));
        here().kill(anna);
        ResultSpool bert = here().process();
        assertThat(bert.leftBehind().ends()).hasSize(3);

        bert.forget(ends(2));
        assertThat(bert.leftBehind().ends()).containsExactly(end(ANNA, 2));
        bert.forget(List.of(end(ANNA, 2)));
        assertThat(bert.leftBehind().ends()).isEmpty();

        here().kill(bert);
        assertThat(found()).isEmpty();
    }

    @Test
    void R6_what_one_has_found_is_left_to_it_until_it_dies() {
        ResultSpool anna = here().process();
        anna.keep(ends(2));
        here().kill(anna);
        ResultSpool bert = here().process();
        assertThat(bert.leftBehind().ends()).hasSize(2);
        bert.keep(List.of(end(BERT, 7)));
        bert.forget(ends(1));

        assertThat(found()).isEmpty();

        here().kill(bert);
        assertThat(found()).containsExactlyInAnyOrder(end(ANNA, 1), end(BERT, 7));
    }

    @Test
    void R6_of_rivals_that_look_one_finds_it() {
        ResultSpool anna = here().process();
        anna.keep(ends(1));
        here().kill(anna);
        List<ResultSpool> rivals = List.of(here().process(), here().process());

        List<List<Finish>> finds =
                Rivals.run(6, rival -> rivals.get(rival % 2).leftBehind().ends());

        List<Boolean> byParty = new ArrayList<>();
        for (ResultSpool rival : rivals) {
            byParty.add(!rival.leftBehind().ends().isEmpty());
        }
        assertThat(byParty).containsExactlyInAnyOrder(true, false);
        assertThat(finds).anySatisfy(find -> assertThat(find).containsExactly(end(ANNA, 0)));
    }

    @Test
    void R2_rivals_that_keep_the_same_keep_it_once() {
        ResultSpool anna = here().process();
        Rivals.run(6, rival -> anna.keep(ends(20)));

        here().kill(anna);

        assertThat(found()).containsExactlyElementsOf(ends(20));
    }
}
