package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.log.LogChunk;
import io.baton.domain.log.LogLevel;
import io.baton.domain.log.LogLine;
import io.baton.domain.log.Progress;
import io.baton.domain.port.RunLogs.Batch;
import io.baton.domain.port.RunLogs.Place;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code RunLogs}: what runs said. */
public abstract class RunLogsContract extends WhatContract {
    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00.123Z");
    private static final TaskId TASK = TaskId.of(FiringId.requested(JobKey.parse("DEMO.talks"), "1"));

    /** More than go into one statement. */
    private static final int MANY = 120;

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static LogChunk chunk(TaskId task, int attempt, long first, int lines) {
        return new LogChunk(
                new LogChunk.Id(task, attempt, first),
                IntStream.range(0, lines)
                        .mapToObj(i -> new LogLine(
                                first + i,
                                NOON.plusMillis(i),
                                i % 2 == 0 ? LogLevel.INFO : LogLevel.ERROR,
                                i == 0 ? "" : "line  " + i + "\t\\n 🎉 'x' \u001b[31m"))
                        .toList());
    }

    private void write(LogChunk... chunks) {
        first().office().logs().write(new Batch(List.of(chunks), List.of(), Map.of()));
    }

    private List<LogChunk> read(Place after) {
        return second().office().logs().read(TASK, after, 100);
    }

    @Test
    void G1_what_was_written_is_found_by_the_other_client_equal_in_every_field() {
        LogChunk chunk = chunk(TASK, 1, 1, 50);
        write(chunk);

        assertThat(read(Place.START)).containsExactly(chunk);
        assertThat(chunk.lines().get(1).text()).doesNotContain("\u001b").contains("\\u001b[31m");
    }

    @Test
    void G1_a_line_of_the_greatest_length_comes_back_whole() {
        LogLine line = new LogLine(1, NOON, LogLevel.WARN, "语".repeat(9000));
        LogChunk chunk = new LogChunk(new LogChunk.Id(TASK, 1, 1), List.of(line));
        write(chunk);

        assertThat(line.text()).hasSize(LogLine.LONGEST);
        assertThat(read(Place.START)).containsExactly(chunk);
    }

    @Test
    void G2_a_chunk_that_is_there_already_is_left_as_it_is() {
        LogChunk chunk = chunk(TASK, 1, 1, 3);
        write(chunk);
        write(chunk(TASK, 1, 1, 2), chunk(TASK, 1, 4, 1));

        assertThat(read(Place.START)).containsExactly(chunk, chunk(TASK, 1, 4, 1));
    }

    @Test
    void G3_a_reader_goes_on_where_it_was() {
        LogChunk one = chunk(TASK, 1, 1, 3);
        LogChunk two = chunk(TASK, 1, 4, 3);
        LogChunk again = chunk(TASK, 2, 1, 3);
        write(again, two, one);

        assertThat(read(Place.START)).containsExactly(one, two, again);
        assertThat(second().office().logs().read(TASK, Place.START, 2)).containsExactly(one, two);
        assertThat(read(new Place(1, 3))).containsExactly(two, again);
        assertThat(read(new Place(1, 4))).containsExactly(two, again);
        assertThat(read(new Place(1, 6))).containsExactly(again);
        assertThat(read(new Place(2, 3))).isEmpty();
    }

    @Test
    void G1_a_dropped_chunk_is_gone() {
        write(chunk(TASK, 1, 1, 3), chunk(TASK, 1, 4, 3));
        first().office()
                .logs()
                .write(new Batch(List.of(chunk(TASK, 1, 7, 1)), List.of(new LogChunk.Id(TASK, 1, 4)), Map.of()));

        assertThat(read(Place.START)).containsExactly(chunk(TASK, 1, 1, 3), chunk(TASK, 1, 7, 1));
    }

    @Test
    void G4_the_progress_written_last_counts_but_not_that_of_an_earlier_attempt() {
        Progress half = new Progress(2, 50, "half 一半", NOON);
        progress(new Progress(2, 10, "", NOON.minusSeconds(1)));
        progress(half);
        progress(new Progress(1, 99, "late", NOON));

        TaskId other = TaskId.of(FiringId.requested(JobKey.parse("DEMO.talks"), "2"));
        assertThat(second().office().logs().progress(List.of(TASK, other))).containsExactly(Map.entry(TASK, half));
        assertThat(second().office().logs().progress(List.of())).isEmpty();
    }

    @Test
    void G5_nobody_sees_a_part_of_a_write() {
        int writes = 20;
        List<Long> seen = Rivals.run(3, rival -> rival == 0 ? writeAll(writes) : readAll(writes));

        assertThat(seen).containsExactly((long) writes, (long) writes, (long) writes);
    }

    /** Each write drops the chunks of the one before: so many that no statement holds them all. */
    private long writeAll(int writes) {
        for (int write = 1; write <= writes; write++) {
            List<LogChunk> fresh = chunks(write);
            List<LogChunk.Id> former =
                    chunks(write - 1).stream().map(LogChunk::id).toList();
            Progress progress = new Progress(write, write, "", NOON);
            first().office().logs().write(new Batch(fresh, former, Map.of(TASK, progress)));
        }
        return writes;
    }

    private static List<LogChunk> chunks(int write) {
        return IntStream.range(0, write == 0 ? 0 : MANY)
                .mapToObj(i -> chunk(TASK, write, 1 + i, 1))
                .toList();
    }

    /** @return the last write that was seen; each as a whole */
    private long readAll(int writes) {
        long last = 0;
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (last < writes && System.nanoTime() < deadline) {
            int told = Optional.ofNullable(
                            second().office().logs().progress(List.of(TASK)).get(TASK))
                    .map(Progress::attempt)
                    .orElse(0);
            List<LogChunk> found = second().office().logs().read(TASK, Place.START, 1_000);
            int write = found.isEmpty() ? 0 : found.get(0).id().attempt();
            assertThat(found).isEqualTo(chunks(write));
            assertThat(write).as("chunks are there as soon as their progress").isGreaterThanOrEqualTo(told);
            last = write;
        }
        return last;
    }

    private void progress(Progress progress) {
        first().office().logs().write(new Batch(List.of(), List.of(), Map.of(TASK, progress)));
    }

    @Test
    void G1_what_a_task_said_is_purged_with_it() {
        Job job = saved("DEMO.purged", Jobs.plain());
        TaskRow run = started(won(Rows.byHand(job, "x", now().minusSeconds(5), ANNA)));
        finish(run, SUCCESS);
        first().office()
                .logs()
                .write(new Batch(
                        List.of(chunk(run.id(), 1, 1, 2), chunk(TASK, 1, 1, 1)),
                        List.of(),
                        Map.of(run.id(), new Progress(1, 100, "", NOON))));
        stores().pass(Duration.ofHours(1));

        assertThat(second().recovery().purge(now(), 100)).isEqualTo(1);

        assertThat(first().office().logs().read(run.id(), Place.START, 10)).isEmpty();
        assertThat(first().office().logs().progress(List.of(run.id()))).isEmpty();
        assertThat(read(Place.START)).hasSize(1);
    }
}
