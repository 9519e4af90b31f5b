package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.application.access.Login;
import io.baton.bootstrap.BatonNode;
import io.baton.testservers.TestCertificate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The settings of the chapters on HTTP, log and secrets. */
final class OuterRows {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private OuterRows() {}

    static Map<String, Row> all() {
        return Map.of(
                "baton.http.port", Row.of("70000", OuterRows::listensAtThePort),
                "baton.http.bind", Row.of("a/b", OuterRows::listensAtTheAddress),
                "baton.http.tls.certificate", Row.of("/nowhere/certificate.pem", OuterRows::speaksTls),
                "baton.http.tls.key", Row.of("/nowhere/key.pem", OuterRows::speaksTls),
                "baton.log.format", Row.elsewhere("xml", "cli.ChildJvmIT", "in_json_every_event_is_an_object"),
                "baton.log.level", Row.elsewhere("loud", "cli.ChildJvmIT", "the_log_level_can_be_raised"),
                "BATON_API_TOKEN", Row.of("short", OuterRows::theTokenOpensTheApi),
                "BATON_ADMIN_PASSWORD", Row.of("short", OuterRows::thePasswordIsTheFirstUsers));
    }

    private static void thePasswordIsTheFirstUsers(Bench bench) {
        Login login = bench.alone("BATON_ADMIN_PASSWORD=correct horse battery")
                .office()
                .entrance()
                .login();

        assertThat(login.login("admin", "another horse battery", "here").secret())
                .isEmpty();
        assertThat(login.login("admin", "correct horse battery", "there").secret())
                .isPresent();
    }

    private static void listensAtThePort(Bench bench) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(bench.alone("baton.http.port=" + port).httpPort()).isEqualTo(port);
        assertThat(status("http://127.0.0.1:" + port + "/health/live", "")).isEqualTo(200);
    }

    /** All of 127.0.0.0/8 is this machine on Linux; the default answers at 127.0.0.1. */
    private static void listensAtTheAddress(Bench bench) throws Exception {
        int port = bench.alone("baton.http.bind=127.0.0.2").httpPort();

        assertThat(status("http://127.0.0.2:" + port + "/health/live", "")).isEqualTo(200);
        assertThatThrownBy(() -> status("http://127.0.0.1:" + port + "/health/live", ""))
                .isInstanceOf(ConnectException.class);
    }

    private static void speaksTls(Bench bench) throws Exception {
        TestCertificate pair = TestCertificate.make(bench.folder(), "RSA");
        int port = bench.alone("baton.http.tls.certificate=" + pair.certificate(), "baton.http.tls.key=" + pair.key())
                .httpPort();
        HttpClient client = HttpClient.newBuilder().sslContext(pair.context()).build();
        HttpRequest live = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/health/live"))
                .build();

        assertThat(client.send(live, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> status("http://127.0.0.1:" + port + "/health/live", ""))
                .isInstanceOf(IOException.class);
    }

    private static void theTokenOpensTheApi(Bench bench) throws Exception {
        BatonNode node = bench.alone("BATON_API_TOKEN=" + TOKEN);
        String jobs = "http://127.0.0.1:" + node.httpPort() + "/api/v1/jobs";

        assertThat(status(jobs, "")).isEqualTo(401);
        assertThat(status(jobs, "Bearer wrong")).isEqualTo(401);
        assertThat(status(jobs, "Bearer " + TOKEN)).isEqualTo(200);
    }

    private static int status(String address, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
