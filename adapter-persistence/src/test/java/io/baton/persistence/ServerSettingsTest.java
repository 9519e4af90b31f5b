package io.baton.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    @Test
    void a_server_that_keeps_its_commits_needs_no_words() {
        assertThat(new ServerSettings(1, true, 1).warnings()).isEmpty();
        assertThat(new ServerSettings(1, false, 0).warnings()).isEmpty();
    }

    @Test
    void commits_that_are_not_on_the_disk_are_warned_of() {
        assertThat(new ServerSettings(2, false, 0).warnings())
                .singleElement()
                .asString()
                .contains("innodb_flush_log_at_trx_commit 2")
                .contains("set it to 1");
    }

    @Test
    void a_binary_log_that_is_not_on_the_disk_is_warned_of() {
        assertThat(new ServerSettings(1, true, 0).warnings())
                .singleElement()
                .asString()
                .contains("sync_binlog 0");
    }
}
