package io.baton.application.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.JobKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** M7.3: what a comparison found and put right, and what it could not, stands in the log. */
final class ReconcilerLogTest {
    private static final JobKey A = JobKey.parse("G.a");
    private static final JobKey B = JobKey.parse("G.b");
    private static final JobKey C = JobKey.parse("G.c");

    private final Shelf shelf = new Shelf();
    private final Lines lines = new Lines();
    private final Logger logger = Logger.getLogger(JobReconciler.class.getName());

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.addHandler(lines);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(lines);
        logger.setLevel(null);
    }

    @Test
    void what_was_put_right_and_each_job_that_failed_is_logged() {
        shelf.save(A, "10s");
        shelf.save(B, "10s");
        shelf.refuse(B);
        shelf.saveCron(C, Shelf.BROKEN);

        shelf.reconciler.reconcile();

        assertThat(lines.said)
                .contains(
                        "SEVERE the job G.b could not be reconciled; the others go on",
                        "INFO reconciled: 0 removed, 1 created, 0 updated, 2 failed")
                .anyMatch(line -> line.startsWith("SEVERE the job G.c cannot be read and is not run: ")
                        && line.contains(Shelf.BROKEN));
    }

    @Test
    void what_a_look_at_the_changes_found_is_logged_and_nothing_if_it_found_nothing() {
        shelf.save(A, "10s");
        shelf.reconciler.reconcile();
        lines.said.clear();
        shelf.save(B, "10s");
        shelf.save(A, "20s");

        shelf.reconciler.poll();
        assertThat(lines.said)
                .containsExactly("INFO jobs changed in the store: 0 removed, 1 created, 1 updated, 0 failed");

        shelf.reconciler.poll();
        shelf.reconciler.reconcile();
        assertThat(lines.said).hasSize(1);
    }

    private static final class Lines extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            said.add(line.getLevel().getName() + " " + formatter.formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
