package io.baton.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baton.domain.job.JobKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TaskIdTest {
    private static final JobKey JOB = JobKey.parse("DEMO.greet");

    @Test
    void an_id_is_read_and_written_alike() {
        for (String id : new String[] {
            "DEMO.greet@1790000000000",
            "DEMO.greet@-5",
            "DEMO.greet@0~0",
            "DEMO.greet@r-Req_1-x",
            "DEMO.greet@r-1~99999"
        }) {
            assertThat(TaskId.parse(id)).hasToString(id);
        }
    }

    @Test
    void an_id_tells_its_job_its_firing_and_its_shard() {
        TaskId id = TaskId.parse("DEMO.greet@1790000000000~7");

        assertThat(id.job()).isEqualTo(JOB);
        assertThat(id.firing()).isEqualTo(FiringId.scheduled(JOB, Instant.ofEpochMilli(1_790_000_000_000L)));
        assertThat(id.shard()).hasValue(7);
        assertThat(id).isEqualTo(TaskId.shard(id.firing(), 7)).isNotEqualTo(TaskId.of(id.firing()));
    }

    @Test
    void a_scheduled_firing_has_its_due_time_and_a_requested_one_has_none() {
        assertThat(FiringId.scheduled(JOB, Instant.ofEpochMilli(42)).due()).contains(Instant.ofEpochMilli(42));
        assertThat(FiringId.scheduled(JOB, Instant.ofEpochMilli(42)).byHand()).isFalse();
        assertThat(FiringId.requested(JOB, "x").due()).isEmpty();
        assertThat(FiringId.requested(JOB, "x").byHand()).isTrue();
    }

    @Test
    void what_is_no_id_is_refused() {
        for (String wrong : new String[] {
            "",
            "@",
            "DEMO.greet",
            "DEMO.greet@",
            "DEMO.greet@x",
            "DEMO.greet@1.5",
            "DEMO.greet@r-",
            "DEMO.greet@r-a b",
            "DEMO.greet@R-a",
            "DEMO.greet@1~",
            "DEMO.greet@1~x",
            "DEMO.greet@1~-1",
            "DEMO.greet@1~100000",
            "DEMO.greet@1~1~1",
            "DEMO.greet@1@2",
            "DEMO greet@1",
            "DEMO.greet@12345678901234567",
            "DEMO.greet@+1",
            "DEMO.greet@01",
            "DEMO.greet@-0",
            "DEMO.greet@00",
            "DEMO.greet@1\n",
            "DEMO.greet@r-" + "a".repeat(65)
        }) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> TaskId.parse(wrong));
        }
    }
}
