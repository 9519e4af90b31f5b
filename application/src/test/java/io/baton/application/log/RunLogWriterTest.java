package io.baton.application.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.log.ReadRunLog.Said;
import io.baton.domain.job.JobKey;
import io.baton.domain.log.LogChunk;
import io.baton.domain.log.LogLevel;
import io.baton.domain.log.Progress;
import io.baton.domain.port.RunLogs;
import io.baton.domain.port.StoreException;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.memory.MemoryDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RunLogWriterTest {
    private static final TaskId TASK = TaskId.of(FiringId.requested(JobKey.parse("A.b"), "1"));
    private static final TaskId OTHER = TaskId.of(FiringId.requested(JobKey.parse("A.b"), "2"));

    private final RunLogs memory =
            new MemoryDatabase(Clock.systemUTC()).connect().runLogs();
    private int commits;
    private boolean gone;
    private final RunLogWriter writer = new RunLogWriter(new Counted(), Clock.systemUTC());
    private final ReadRunLog reader = new ReadRunLog(memory);

    private final class Counted implements RunLogs {
        @Override
        public void write(Batch batch) {
            if (gone) {
                throw new StoreException("RunLogs", "write", "the test says so");
            }
            commits++;
            memory.write(batch);
        }

        @Override
        public List<LogChunk> read(TaskId task, Place after, int most) {
            return memory.read(task, after, most);
        }

        @Override
        public Map<TaskId, Progress> progress(List<TaskId> tasks) {
            return memory.progress(tasks);
        }
    }

    private List<String> said(TaskId task) {
        return reader.read(task, RunLogs.Place.START, 1000).stream()
                .map(one -> one.attempt() + " " + one.line().level() + " "
                        + one.line().text())
                .toList();
    }

    private Progress progress() {
        return Objects.requireNonNull(memory.progress(List.of(TASK)).get(TASK));
    }

    @Test
    void what_many_runs_said_is_one_commit() {
        writer.line(TASK, 1, "hello");
        writer.line(OTHER, 1, "there");
        writer.text(TASK, 1, LogLevel.ERROR, "it broke\n\tat here\r\n\tat there");
        writer.progress(TASK, 50, "half");
        writer.flush();
        writer.flush();

        assertThat(said(TASK))
                .containsExactly("1 INFO hello", "1 ERROR it broke", "1 ERROR \tat here", "1 ERROR \tat there");
        assertThat(said(OTHER)).containsExactly("1 INFO there");
        assertThat(progress().percent()).isEqualTo(50);
        assertThat(commits).isEqualTo(1);
    }

    @Test
    void nothing_said_is_no_commit() {
        writer.began(TASK, 1);
        writer.ended(TASK, 1);
        writer.flush();

        assertThat(commits).isZero();
    }

    @Test
    void while_the_store_is_gone_what_was_said_waits() {
        gone = true;
        writer.line(TASK, 1, "one");
        writer.progress(TASK, 10, "");
        writer.flush();
        writer.line(TASK, 1, "two");
        writer.progress(TASK, 20, "");
        writer.ended(TASK, 1);
        writer.flush();
        gone = false;
        writer.flush();

        assertThat(said(TASK)).containsExactly("1 INFO one", "1 INFO two");
        assertThat(progress().percent()).isEqualTo(20);
    }

    @Test
    void while_the_store_is_gone_a_long_talk_stays_bounded() {
        gone = true;
        for (int i = 0; i < 500; i++) {
            writer.line(TASK, 1, "x".repeat(8000));
            writer.flush();
        }
        gone = false;
        writer.flush();

        List<Said> said = reader.read(TASK, RunLogs.Place.START, 1000);
        assertThat(said).hasSizeLessThan(60);
        assertThat(said.get(said.size() - 1).line().number()).isEqualTo(500);
        assertThat(writer.droppedLines()).isEqualTo(500 - said.size());
    }

    @Test
    void attempts_speak_for_themselves_and_progress_is_of_the_last() {
        writer.began(TASK, 1);
        writer.line(TASK, 1, "first");
        writer.began(TASK, 2);
        writer.line(TASK, 2, "second");
        writer.progress(TASK, 5, "");
        writer.flush();

        assertThat(said(TASK)).containsExactly("1 INFO first", "2 INFO second");
        assertThat(progress().attempt()).isEqualTo(2);
    }
}
