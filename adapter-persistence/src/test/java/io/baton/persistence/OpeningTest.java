package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.baton.contracts.what.Jobs;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How a database is opened, whatever its kind. */
abstract class OpeningTest {
    private static final int STARTERS = 4;

    abstract TestDatabase database();

    @Test
    void nodes_that_start_together_make_the_tables_once() throws Exception {
        startTogether();
    }

    final void startTogether() throws Exception {
        TestDatabase test = database();
        CyclicBarrier together = new CyclicBarrier(STARTERS);
        ExecutorService starters = Executors.newFixedThreadPool(STARTERS);
        try {
            List<Future<Database>> starts = new ArrayList<>();
            for (int i = 0; i < STARTERS; i++) {
                starts.add(starters.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    return Database.open(test.settings());
                }));
            }
            for (Future<Database> start : starts) {
                try (Database opened = start.get(60, TimeUnit.SECONDS)) {
                    assertThat(Jobs.stamps(opened.jobs())).isEmpty();
                }
            }
        } finally {
            starters.shutdownNow();
        }
    }

    @Test
    void what_was_written_is_there_when_it_is_opened_again() {
        TestDatabase test = database();
        try (Database opened = Database.open(test.settings())) {
            opened.jobs().save(JobKey.parse("DEMO.again"), Jobs.full(), true, 0);
        }

        try (Database opened = Database.open(test.settings())) {
            assertThat(opened.jobs()
                            .find(JobKey.parse("DEMO.again"))
                            .orElseThrow()
                            .spec())
                    .isEqualTo(Jobs.full());
        }
    }

    @Test
    void tables_newer_than_the_program_are_refused_in_one_line() {
        TestDatabase test = database();
        Database.open(test.settings()).close();
        becomeVersion99(test);
        test.sql("INSERT INTO mark (name, text) VALUES ('tables.99.open-to', '7')");

        StoreUnavailableException refusal =
                catchThrowableOfType(StoreUnavailableException.class, () -> Database.open(test.settings()));

        assertThat(refusal.worthWaiting()).isFalse();
        assertThat(refusal.getMessage())
                .contains("version 99", "newer than this program", "baton.db.url")
                .doesNotContain("\n");
    }

    @Test
    void tables_newer_than_the_program_that_do_not_say_whom_they_are_open_to_are_refused() {
        TestDatabase test = database();
        Database.open(test.settings()).close();
        becomeVersion99(test);

        assertThatThrownBy(() -> Database.open(test.settings()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("version 99");
    }

    /** What the migrations themselves say: nodes of the version before may start beside newer ones, and take over from them. */
    @Test
    void the_tables_are_open_to_the_version_before() {
        try (Database opened = Database.open(database().settings())) {
            assertThat(opened.marks().get("tables.6.open-to")).contains("5");
        }
    }

    @Test
    void tables_newer_than_the_program_and_open_to_it_are_used() {
        newerTablesAreOpenTo("5");
        newerTablesAreOpenTo("6");
    }

    private void newerTablesAreOpenTo(String least) {
        TestDatabase test = database();
        Database.open(test.settings()).close();
        becomeVersion99(test);
        test.sql("INSERT INTO mark (name, text) VALUES ('tables.99.open-to', '" + least + "')");

        try (Database opened = Database.open(test.settings())) {
            opened.jobs().save(JobKey.parse("DEMO.back"), Jobs.full(), true, 0);
            assertThat(Jobs.stamps(opened.jobs())).hasSize(1);
        }
    }

    private static void becomeVersion99(TestDatabase test) {
        test.sql("INSERT INTO baton_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success)"
                + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, TRUE)");
    }

    @Test
    void a_schema_that_holds_other_tables_too_is_shared_with_them() {
        TestDatabase test = database();
        test.sql("CREATE TABLE somebody_elses (id INT NOT NULL PRIMARY KEY)");

        try (Database opened = Database.open(test.settings())) {
            assertThat(Jobs.stamps(opened.jobs())).isEmpty();
        }
    }

    @Test
    void closing_leaves_no_thread_behind() {
        TestDatabase test = database();
        Database opened = Database.open(test.settings());
        Jobs.stamps(opened.jobs());
        opened.close();

        Awaitility.await("the pool's threads end").atMost(10, TimeUnit.SECONDS).until(() -> threadsOfThePool() == 0);
    }

    @Test
    void use_after_close_is_a_failing_store() {
        Database opened = Database.open(database().settings());
        opened.close();

        assertThatThrownBy(() -> Jobs.stamps(opened.jobs()))
                .isInstanceOf(io.baton.domain.port.StoreException.class)
                .hasMessageContaining("JobRepository: stamps failed");
    }

    private static long threadsOfThePool() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("baton-db"))
                .count();
    }
}
