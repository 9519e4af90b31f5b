package io.baton.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.application.Ports;
import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.demo.DemoTask;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.port.TaskLedger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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
        try (BatonNode node = started(ports -> with(
                ports,
                ports.what().ledger().tasks(),
                failing(LedgerRecovery.class, ports.what().ledger().recovery())))) {
            assertThat(node.httpPort()).isPositive();
            full.set(true);

            await().atMost(SOON).until(() -> told.get() > 0);
            full.set(false);
        }
        assertThat(told).hasValue(1);
    }

    @Test
    void an_error_in_a_batch_ends_the_node() throws Exception {
        try (BatonNode node = started(ports -> with(
                ports,
                failing(TaskLedger.class, ports.what().ledger().tasks()),
                ports.what().ledger().recovery()))) {
            full.set(true);
            asked(node);

            await().atMost(SOON).until(() -> told.get() > 0);
            full.set(false);
        }
        assertThat(told).hasValue(1);
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
                .onForcedEnd(told::incrementAndGet)
                .start();
    }

    private static Ports with(Ports real, TaskLedger tasks, LedgerRecovery recovery) {
        Ports.Ledger ledger = real.what().ledger();
        return new Ports(
                real.when(),
                real.where(),
                new Ports.What(
                        real.what().definitions(),
                        new Ports.Ledger(tasks, recovery, ledger.history(), ledger.spool()),
                        real.what().witness()),
                real.invoker());
    }

    private <T> T failing(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (full.get()) {
                        throw new OutOfMemoryError("on purpose");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
