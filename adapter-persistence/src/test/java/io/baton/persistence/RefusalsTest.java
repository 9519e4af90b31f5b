package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.baton.domain.port.StoreUnavailableException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses that cannot be opened, and in what form others are. */
final class RefusalsTest {
    @Test
    void another_kind_of_database_is_refused() {
        StoreUnavailableException refusal = refusal("jdbc:postgresql://host/baton?password=hunter2");

        assertThat(refusal.worthWaiting()).isFalse();
        assertThat(refusal.getMessage())
                .contains("baton.db.url", "jdbc:postgresql://host/baton", "jdbc:mysql:")
                .doesNotContain("hunter2");
    }

    @Test
    void a_server_that_does_not_listen_is_worth_waiting_for() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        StoreUnavailableException refusal = refusal("jdbc:mysql://127.0.0.1:" + free + "/baton");

        assertThat(refusal.worthWaiting()).isTrue();
        assertThat(refusal.getMessage())
                .contains("127.0.0.1:" + free, "baton.db.url")
                .doesNotContain("\n", "hunter2");
    }

    @Test
    void a_file_that_another_process_has_open_is_not_worth_waiting_for(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("baton");
        try (OtherProcess other = OtherProcess.opening(url)) {
            StoreUnavailableException refusal = refusal(url);

            assertThat(refusal.worthWaiting()).isFalse();
            assertThat(refusal.getMessage())
                    .contains("another process", "baton.db.url")
                    .doesNotContain("\n");
            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void an_H2_that_runs_statements_on_opening_or_shares_itself_is_refused() {
        assertThat(refusal("jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://x'").getMessage())
                .contains("baton.db.url");
        assertThat(refusal("jdbc:h2:./x;AUTO_SERVER=TRUE").getMessage()).contains("AUTO_SERVER");
    }

    @Test
    void an_H2_gets_what_its_user_left_open() {
        assertThat(JdbcAddress.of("jdbc:h2:./data/baton;LOCK_TIMEOUT=1").url())
                .startsWith("jdbc:h2:./data/baton;LOCK_TIMEOUT=1;")
                .contains(";MODE=MySQL", ";WRITE_DELAY=0", ";DB_CLOSE_ON_EXIT=FALSE")
                .doesNotContain("LOCK_TIMEOUT=5000");
    }

    @Test
    void unsafe_properties_of_a_MySQL_address_are_overruled() {
        JdbcAddress address = JdbcAddress.of(
                "jdbc:mariadb://host:3307/baton?allowLoadLocalInfile=true&socketTimeout=7&autoDeserialize=true");

        assertThat(address.url()).startsWith("jdbc:mysql://host:3307/baton?").contains("socketTimeout=7");
        assertThat(address.url()).doesNotContain("allowLoadLocalInfile", "autoDeserialize");
        assertThat(address.properties())
                .containsEntry("allowLoadLocalInfile", "false")
                .containsEntry("autoDeserialize", "false")
                .containsEntry("connectTimeout", "5000")
                .doesNotContainKey("socketTimeout");
    }

    @Test
    void settings_keep_their_secrets() {
        assertThat(new DatabaseSettings("jdbc:mysql://u:hunter2@host/b?password=hunter2", "u", "hunter2", "c", 6))
                .asString()
                .contains("jdbc:mysql://host/b")
                .doesNotContain("hunter2");
    }

    private static StoreUnavailableException refusal(String url) {
        DatabaseSettings settings = new DatabaseSettings(url, "", "hunter2", "test", 6);
        return catchThrowableOfType(
                StoreUnavailableException.class, () -> Database.open(settings).close());
    }
}
