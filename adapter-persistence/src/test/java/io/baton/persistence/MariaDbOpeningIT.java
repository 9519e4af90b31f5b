package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.baton.contracts.what.Jobs;
import io.baton.contracts.what.Rows;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.StoreUnavailableException;
import io.baton.domain.port.StoreWarning;
import io.baton.domain.port.TaskLedger.ClaimVerdict;
import io.baton.domain.task.WriteToken;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Opening a MariaDB, or the MySQL that the tests were given. */
final class MariaDbOpeningIT {
    @Nested
    class ServerIT extends OpeningTest {
        @Override
        TestDatabase database() {
            return TestDatabase.mariaDb();
        }
    }

    @Test
    void a_user_who_may_only_read_and_write_rows_can_use_tables_that_are_there() {
        TestDatabase test = TestDatabase.mariaDb();
        Database.open(test.settings()).close();
        TestDatabase humble = humble(test);

        try (Database opened = Database.open(humble.settings())) {
            Job job = opened.jobs()
                    .save(JobKey.parse("DEMO.humble"), Jobs.plain(), true, 0)
                    .job()
                    .orElseThrow();
            Incarnation owner = Incarnation.parse("anna/a1");
            assertThat(opened.ledger()
                            .claim(
                                    List.of(Rows.queued(job, opened.recovery().now(), owner)),
                                    new WriteToken("anna/a1#1"))
                            .get(0)
                            .verdict())
                    .isEqualTo(ClaimVerdict.WON);
        }
    }

    @Test
    void a_user_who_may_not_make_tables_is_told_what_is_missing() {
        TestDatabase humble = humble(TestDatabase.mariaDb());

        StoreUnavailableException refusal = refusal(humble.settings());

        assertThat(refusal.worthWaiting()).isFalse();
        assertThat(refusal.getMessage())
                .contains("CREATE", "baton.db.user")
                .doesNotContain("\n")
                .doesNotContain("humble-secret");
    }

    private static List<StoreWarning.Kind> kinds(Database database) {
        return database.warnings().stream().map(StoreWarning::kind).toList();
    }

    @Test
    void a_server_that_may_forget_commits_is_warned_of() {
        TestDatabase test = TestDatabase.mariaDb();
        try {
            test.sql("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
            try (Database opened = Database.open(test.settings())) {
                assertThat(kinds(opened)).contains(StoreWarning.Kind.LATE_COMMITS);
                test.sql("SET GLOBAL innodb_flush_log_at_trx_commit = 1");

                assertThat(kinds(opened)).as("it is asked anew").doesNotContain(StoreWarning.Kind.LATE_COMMITS);
            }
        } finally {
            test.sql("SET GLOBAL innodb_flush_log_at_trx_commit = 0"); // as the tests' servers are started: fast
        }
    }

    @Test
    void a_wrong_password_is_not_worth_waiting_for() {
        TestDatabase humble = humble(TestDatabase.mariaDb());

        StoreUnavailableException refusal =
                refusal(humble.as(humble.settings().user(), "wrong-secret").settings());

        assertThat(refusal.worthWaiting()).isFalse();
        assertThat(refusal.getMessage()).contains("baton.db.password").doesNotContain("\n", "wrong-secret");
    }

    @Test
    void a_schema_that_does_not_exist_is_not_worth_waiting_for() {
        TestDatabase test = TestDatabase.mariaDb();
        String missing = test.settings().url().replaceAll("/[^/?]*(\\?.*)?$", "/there_is_none");

        StoreUnavailableException refusal = refusal(
                TestDatabase.of(missing, test.settings().user(), test.settings().password())
                        .settings());

        assertThat(refusal.worthWaiting()).isFalse();
        assertThat(refusal.getMessage())
                .contains("there_is_none", "baton.db.url")
                .doesNotContain("\n");
    }

    @Test
    void the_address_of_the_other_driver_is_accepted_and_the_kind_names_the_server() {
        TestDatabase test = TestDatabase.mariaDb();
        String url = test.settings().url().replace("jdbc:mysql:", "jdbc:mariadb:");

        try (Database opened = Database.open(
                TestDatabase.of(url, test.settings().user(), test.settings().password())
                        .settings())) {
            assertThat(opened.kind()).matches("(MariaDB|MySQL) \\d+\\.\\d+(\\.\\d+)?");
        }
    }

    private static StoreUnavailableException refusal(DatabaseSettings settings) {
        return catchThrowableOfType(
                StoreUnavailableException.class, () -> Database.open(settings).close());
    }

    private static TestDatabase humble(TestDatabase test) {
        String schema = test.settings().url().replaceAll(".*/([^/?]+)(\\?.*)?$", "$1");
        String user = "humble_" + Math.floorMod(schema.hashCode(), 1_000_000_000);
        test.sql(
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'humble-secret'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON `" + schema + "`.* TO '" + user + "'@'%'");
        return test.as(user, "humble-secret");
    }
}
