package io.baton.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.bootstrap.BatonNode;
import io.baton.domain.port.StoreUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node starts with, and what it says if it does not. */
class StartIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"100ms, 300ms", "500ms, 1500ms", "100ms, 15m", "5m, 15m"})
    void a_node_starts_with_every_legal_pair_of_heartbeat_times(String interval, String timeout) {
        try (BatonNode node = alone().set("baton.node.heartbeat-interval", interval)
                .set("baton.node.heartbeat-timeout", timeout)
                .start()) {
            assertThat(node.httpPort()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, is no address of this machine", "nosuch.invalid, cannot be resolved"})
    void an_address_that_cannot_be_listened_on_is_the_fault_of_its_setting(String bind, String why) {
        BatonNode.Builder node = alone().set("baton.http.bind", bind);

        assertThatThrownBy(node::start)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("baton.http.bind: " + bind + " " + why)
                .hasMessageContaining("legal is: ");
    }

    @Test
    void a_taken_port_is_the_fault_of_the_port() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BatonNode.Builder node = alone().set("baton.http.port", String.valueOf(taken.getLocalPort()));

            assertThatThrownBy(node::start).hasMessageStartingWith("baton.http.port: 127.0.0.1:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http, 127.0.0.1, http://127.0.0.1:8080",
        "https, node.example, https://node.example:8080",
        "http, ::1, http://[::1]:8080",
        "http, [::1], http://[::1]:8080"
    })
    void the_address_of_the_ready_line_is_a_url(String scheme, String bind, String expected) {
        assertThat(Web.address(scheme, bind, 8080)).isEqualTo(expected);
    }

    private BatonNode.Builder alone() {
        return BatonNode.builder()
                .set("baton.http.port", "0")
                .set("baton.spool.dir", folder.resolve("spool").toString())
                .set("baton.node.drain-timeout", "0s")
                .set("baton.db.url", "jdbc:h2:" + folder.resolve("db").toAbsolutePath());
    }
}
