package io.baton.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baton.application.Ports;
import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.demo.DemoTask;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node in which an error of the JVM has stopped a part of the work does not live on without that part. */
class WantOfMemoryIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TOKEN = "a-token-of-thirty-two-characters-x";

    @TempDir
    private Path folder;

    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void an_error_in_a_cycle_ends_the_node() {
        ends(started(ports -> WantOfMemory.inCycles(ports, full::get)));
    }

    @Test
    void an_error_in_a_batch_ends_the_node() throws Exception {
        BatonNode node = started(ports -> WantOfMemory.inBatches(ports, full::get));
        asked(node);
        ends(node);
    }

    /** Its owner is told once, and closes it while there is no memory yet: whatever cannot be done in order, nothing stays open. */
    private void ends(BatonNode node) {
        int port = node.httpPort();
        full.set(true);
        await().dontCatchUncaughtExceptions().atMost(SOON).until(() -> told.get() > 0);

        try {
            node.close();
        } catch (InternalError e) {
            assertThat(e).hasMessageContaining("on purpose");
        }

        assertThat(told).hasValue(1);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .as("its cycles have ended")
                .noneMatch(thread -> thread.getName().startsWith("baton-sweep-" + node.id()));
    }

    private static void asked(BatonNode node) throws Exception {
        String base = "http://127.0.0.1:" + node.httpPort() + "/api/v1/jobs";
        send(base, "{\"name\":\"DEMO.job\",\"target\":\"demoTask.noParams()\",\"schedule\":{\"every\":\"1s\"}}");
    }

    private static void send(String address, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isLessThan(300);
    }

    private BatonNode started(java.util.function.UnaryOperator<Ports> ports) {
        return BatonNode.builder()
                .set("baton.http.port", "0")
                .set("BATON_API_TOKEN", TOKEN)
                .set("baton.spool.dir", folder.resolve("spool").toString())
                .set("baton.node.drain-timeout", "0s")
                .set("baton.db.url", "jdbc:h2:" + folder.resolve("db").toAbsolutePath())
                .task("demoTask", new DemoTask())
                .alter(new Alterations(Clock.systemUTC(), ports))
                .onForcedEnd(why -> {
                    assertThat(why).isEqualTo(ForcedEnd.JVM_ERROR);
                    told.incrementAndGet();
                })
                .start();
    }
}
