package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.StoreWarning;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The overview is read from the stores once a second for all who may see the same. */
class OverviewTest {
    private final TestCluster cluster = new TestCluster();
    private final AtomicInteger looks = new AtomicInteger();
    private final Caller caller = Caller.of(cluster.node("node-1", this::counted));

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    /** Counts how often all versions are compared, which every list of jobs begins with. */
    private JobRepository counted(JobRepository jobs) {
        return (JobRepository) Proxy.newProxyInstance(
                OverviewTest.class.getClassLoader(),
                new Class<?>[] {JobRepository.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("fingerprint")) {
                        looks.incrementAndGet();
                    }
                    try {
                        return method.invoke(jobs, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private String overview() {
        return overview(caller);
    }

    private static String overview(Caller caller) {
        return caller.send("GET", "/", BodyPublishers.noBody(), "Accept", "text/html")
                .http()
                .body();
    }

    @Test
    void what_the_stores_may_forget_is_on_the_overview() {
        StoreWarning warning = new StoreWarning(StoreWarning.Kind.NO_APPEND_ONLY_FILE, "for the log");
        Vitals vitals = new Vitals(Caller.WELL, () -> "", () -> List.of(warning));

        try (Caller warned = Caller.of(cluster.node("node-2"), Optional.of(TestCluster.TOKEN), vitals)) {
            assertThat(overview(warned)).contains("Redis keeps nothing over a restart");
            assertThat(overview(caller)).doesNotContain("Redis keeps nothing");
        }
    }

    @Test
    void all_that_wait_too_long_are_counted_and_not_only_the_newest_runs() {
        caller.post("/api/v1/jobs", "{\"name\":\"A.b\",\"target\":\"bean.hang\",\"schedule\":{\"manual\":true}}");
        int waiting = 510; // more than the overview reads of the newest
        int running = 4; // as many as the node has slots
        for (int run = 0; run < waiting + running; run++) {
            caller.post("/api/v1/jobs/A.b/run", "{\"requestId\":\"" + run + "\"}");
        }
        cluster.clock.advance(Duration.ofSeconds(61));

        assertThat(overview()).contains("510 tasks have waited for more than a minute to start");
        io.baton.application.access.Caller stranger =
                new io.baton.application.access.Caller("bea", new Rights(Role.VIEWER, new Scope(Set.of("B"))), "here");
        assertThat(caller.office
                        .counters()
                        .runs()
                        .overdue(stranger, cluster.clock.instant())
                        .count())
                .isZero();
    }

    @Test
    void many_pages_cost_one_look_a_second() {
        assertThat(overview()).contains("node-1");
        int before = looks.get();
        long from = System.nanoTime();

        for (int page = 0; page < 30; page++) {
            overview();
        }

        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from);
        assertThat(before).isPositive();
        assertThat(looks.get() - before).isLessThanOrEqualTo((int) seconds + 1);
    }
}
