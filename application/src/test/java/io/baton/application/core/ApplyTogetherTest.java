package io.baton.application.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.jobs.ApplyJobFile;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.port.JobRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nodes that apply their job files at the same moment. */
class ApplyTogetherTest {
    private final World world = new World();

    @Test
    void a_job_that_another_node_creates_in_between_is_updated() {
        Map<String, Object> mine =
                Map.of("name", "G.tick", "target", "bean.run", "title", "mine", "schedule", Map.of("manual", true));
        world.node("theirs", 4, Script.noop());
        world.jobs = store -> new Rival(store, () -> world.job("G.tick", "title", "theirs"));
        TestNode node = world.node("mine", 4, Script.noop());

        List<ApplyJobFile.Line> lines =
                node.core.desk().work().files().apply(Map.of("jobs", List.of(mine)), false, false);

        assertThat(lines).extracting(ApplyJobFile.Line::result).containsExactly("updated");
        assertThat(world.database
                        .connect()
                        .jobs()
                        .find(JobKey.parse("G.tick"))
                        .orElseThrow()
                        .spec()
                        .about()
                        .title())
                .isEqualTo("mine");
    }

    /** A store in which somebody else acts just before the first save. */
    private static final class Rival extends JobsThrough {
        private Optional<Runnable> act;

        Rival(JobRepository store, Runnable act) {
            super(store);
            this.act = Optional.of(act);
        }

        @Override
        public SaveReply save(JobKey key, JobSpec spec, boolean enabled, long basedOn) {
            Optional<Runnable> now = act;
            act = Optional.empty();
            now.ifPresent(Runnable::run);
            return super.save(key, spec, enabled, basedOn);
        }
    }
}
