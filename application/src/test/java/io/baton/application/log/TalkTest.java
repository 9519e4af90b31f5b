package io.baton.application.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import io.baton.domain.log.LogChunk;
import io.baton.domain.log.LogLevel;
import io.baton.domain.log.LogLine;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTest {
    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");
    private static final String HUNDRED = "x".repeat(99);

    private final Talk talk = new Talk(TaskId.of(FiringId.requested(JobKey.parse("A.b"), "1")), 1);
    private final List<LogChunk> stored = new ArrayList<>();
    private long lost;

    private void say(int lines) {
        for (int i = 0; i < lines; i++) {
            talk.say(NOON, LogLevel.INFO, HUNDRED);
        }
    }

    private void flush() {
        Talk.Piece piece = talk.take();
        stored.addAll(piece.chunks());
        stored.removeIf(chunk -> piece.dropped().contains(chunk.id()));
        lost += piece.lost();
    }

    private List<Long> numbers() {
        return stored.stream()
                .flatMap(chunk -> chunk.lines().stream())
                .map(LogLine::number)
                .toList();
    }

    private int kept() {
        return stored.stream().mapToInt(LogChunk::size).sum();
    }

    @Test
    void what_is_short_is_kept_whole_in_order() {
        say(3);
        flush();
        flush();
        say(2);
        flush();

        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(stored).hasSize(2);
    }

    @Test
    void of_what_is_long_the_head_and_the_tail_are_kept_when_it_is_flushed_often() {
        for (int i = 0; i < 1000; i++) {
            say(100);
            flush();
        }

        List<Long> numbers = numbers();
        assertThat(kept()).isBetween(Talk.HEAD, Talk.HEAD + Talk.TAIL + 2 * Talk.CHUNK);
        assertThat(numbers.get(0)).isEqualTo(1);
        assertThat(numbers.get(numbers.size() - 1)).isEqualTo(100_000);
        assertThat(numbers).contains(1000L, 99_000L).doesNotContain(50_000L).isSorted();
        assertThat(lost).isEqualTo(100_000 - numbers.size());
    }

    @Test
    void of_what_is_long_the_head_and_the_tail_are_kept_when_it_comes_at_once() {
        say(100_000);
        flush();

        List<Long> numbers = numbers();
        assertThat(kept()).isLessThanOrEqualTo(Talk.HEAD + Talk.TAIL + 2 * Talk.CHUNK);
        assertThat(numbers.get(0)).isEqualTo(1);
        assertThat(numbers.get(numbers.size() - 1)).isEqualTo(100_000);
        assertThat(numbers).contains(1000L, 99_500L).doesNotContain(50_000L).isSorted();
        assertThat(lost).isEqualTo(100_000 - numbers.size());
    }

    @Test
    void a_chunk_ends_at_a_gap() {
        say(100_000);
        flush();

        assertThat(stored)
                .allSatisfy(chunk -> assertThat(chunk.lastLine() - chunk.id().firstLine() + 1)
                        .isEqualTo(chunk.lines().size()));
    }

    @Test
    void who_has_ended_says_no_more() {
        say(1);
        talk.end();
        say(1);
        flush();

        assertThat(numbers()).containsExactly(1L);
        assertThat(talk.take().last()).isTrue();
    }
}
