package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.application.office.Office;
import io.baton.testservers.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that was given a certificate. */
class TlsTest {
    private static final TestCluster CLUSTER = new TestCluster();

    @TempDir
    private static Path folder;

    private static TestCertificate certificate;
    private static WebServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        certificate = TestCertificate.make(folder, "EC");
        TestNode node = CLUSTER.node("node-1");
        Office office = node.office(Optional.of(TestCluster.TOKEN));
        office.entrance().setUp().unattended("correct horse battery");
        server = WebServer.start(
                node.core.desk().look(),
                office,
                new WebSettings("127.0.0.1", 0, Optional.of(certificate.context())),
                Caller::document,
                Caller.vitals(Caller.WELL));
        client = HttpClient.newBuilder().sslContext(certificate.context()).build();
    }

    @AfterAll
    static void stop() {
        server.close();
        CLUSTER.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path));
    }

    @Test
    void browsers_are_told_to_come_back_by_tls_only() throws Exception {
        HttpResponse<String> live = send(at("/health/live"));

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
    }

    @Test
    void the_cookie_of_a_session_never_goes_without_tls() throws Exception {
        HttpResponse<String> login = send(at("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=admin&password=correct+horse+battery")));

        assertThat(login.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("baton_session=").endsWith("; Secure"));
    }

    @Test
    void a_node_is_asked_by_any_name_that_leads_to_it() throws Exception {
        HttpRequest byAddress = HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + server.port() + "/api/v1/jobs"))
                .header("Authorization", "Bearer " + TestCluster.TOKEN)
                .build();

        assertThat(client.send(byAddress, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void it_speaks_tls_1_3_and_1_2_and_nothing_older() throws Exception {
        assertThat(protocol("TLSv1.3")).isEqualTo("TLSv1.3");
        assertThat(protocol("TLSv1.2")).isEqualTo("TLSv1.2");
        assertThat(offered()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2"); // the JDK alone may allow more
    }

    private static String[] offered() throws Exception {
        WebSettings settings = new WebSettings("127.0.0.1", 0, Optional.empty());
        Connector connector = TlsConnector.of(new Server(), new HttpConfiguration(), settings, certificate.context());
        SslContextFactory.Server tls =
                connector.getConnectionFactory(SslConnectionFactory.class).getSslContextFactory();
        tls.start();
        return tls.newSSLEngine().getEnabledProtocols();
    }

    private static String protocol(String only) throws IOException {
        try (SSLSocket socket = (SSLSocket) certificate
                .context()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setEnabledProtocols(new String[] {only});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    @Test
    void plain_http_gets_no_answer() {
        HttpRequest plain = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/health/live"))
                .build();

        assertThatThrownBy(() -> client.send(plain, BodyHandlers.ofString())).isInstanceOf(IOException.class);
    }
}
