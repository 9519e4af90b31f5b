package io.baton.application.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.ResultSpool;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger.Finish;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptEndsTest {
    private final Diary diary = new Diary();
    private final KeptEnds kept = new KeptEnds(diary);

    @Test
    void ends_that_were_never_kept_are_not_spoken_of() {
        kept.forget(ends(3));

        assertThat(diary.calls).isEmpty();
    }

    @Test
    void each_end_is_kept_once_however_often_the_ledger_fails() {
        kept.keep(ends(2));
        kept.keep(ends(3));
        kept.keep(ends(3));

        assertThat(diary.calls).containsExactly("keep 2", "keep 1");
    }

    @Test
    void of_those_that_are_recorded_the_kept_ones_are_forgotten_once() {
        kept.keep(ends(2));
        kept.forget(ends(3));
        kept.forget(ends(3));

        assertThat(diary.calls).containsExactly("keep 2", "forget 2");
    }

    @Test
    void a_spool_that_fails_changes_nothing() {
        diary.failing = true;
        kept.keep(ends(2));
        kept.forget(ends(1));
        diary.failing = false;
        kept.keep(ends(3));

        assertThat(diary.calls).containsExactly("keep 2", "forget 1", "keep 2");
    }

    private static List<Finish> ends(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Finish(
                        TaskId.parse("G.job@" + n),
                        2,
                        Incarnation.parse("a/1"),
                        Ending.of(Outcome.SUCCEEDED),
                        Optional.empty()))
                .toList();
    }

    /** Notes what it is asked. */
    private static final class Diary implements ResultSpool {
        private final List<String> calls = new ArrayList<>();
        private boolean failing;

        @Override
        public List<Finish> keep(List<Finish> ends) {
            note("keep " + ends.size());
            return List.of();
        }

        @Override
        public void forget(List<Finish> ends) {
            note("forget " + ends.size());
        }

        @Override
        public LeftBehind leftBehind() {
            return LeftBehind.NOTHING;
        }

        private void note(String call) {
            calls.add(call);
            if (failing) {
                throw new StoreException("ResultSpool", call, "the disk is full");
            }
        }
    }
}
