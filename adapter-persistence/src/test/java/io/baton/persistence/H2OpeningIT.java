package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.contracts.what.Jobs;
import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.NodeWitness.Sighting;
import io.baton.domain.task.TaskState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening an H2, in memory and in a file. */
final class H2OpeningIT {
    @Nested
    class InMemoryIT extends OpeningTest {
        @Override
        TestDatabase database() {
            return TestDatabase.h2();
        }

        /** Two that met in the middle of a migration left the tables unusable, in one start of twenty. */
        @RepeatedTest(10)
        void nodes_that_start_together_make_the_tables_once_each_time() throws Exception {
            startTogether();
        }
    }

    @Test
    void every_claim_that_was_confirmed_outlives_a_kill(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("baton");
        List<String> confirmed = new ArrayList<>();
        try (OtherProcess other = OtherProcess.opening(url)) {
            for (int i = 0; i < 50; i++) {
                confirmed.add(other.awaitClaim());
            }
        }

        try (Database opened = Database.open(new DatabaseSettings(url, "", "", "test", 6))) {
            assertThat(opened.recovery().held(OtherProcess.OWNER, TaskState.RUNNING, 1000))
                    .extracting(row -> Long.toString(row.terms().scheduledAt().toEpochMilli()))
                    .hasSizeGreaterThanOrEqualTo(50)
                    .containsAll(confirmed);
        }
    }

    @Test
    void W4_whoever_opens_the_file_knows_that_the_one_before_is_gone(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("baton");
        try (OtherProcess other = OtherProcess.opening(url)) {
            other.awaitClaim();
        }
        Incarnation again = Incarnation.parse("other/o2");

        try (Database opened = Database.open(new DatabaseSettings(url, "", "", "test", 6))) {
            assertThat(opened.witness().sightings().all())
                    .extracting(Sighting::who, Sighting::present)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(OtherProcess.OWNER, false));
            assertThat(opened.witness().enrol(again, Duration.ofSeconds(30))).isEmpty();
            assertThat(opened.witness().seen(again).present()).isTrue();
        }
    }

    @Test
    void the_kind_names_product_and_version() {
        try (Database opened = Database.open(TestDatabase.h2().settings())) {
            assertThat(opened.kind()).matches("H2 2\\.\\d+\\.\\d+");
            opened.jobs().save(JobKey.parse("DEMO.kind"), Jobs.plain(), true, 0);
        }
    }
}
