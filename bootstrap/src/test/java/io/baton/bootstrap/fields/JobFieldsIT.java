package io.baton.bootstrap.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.jobs.ManageJobs.Result;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the job fields, standalone and on three nodes. All rows of a site run at the same time. */
class JobFieldsIT {
    private static final List<FieldCase> CASES = Stream.of(
                    ScheduleCases.all(), TargetCases.all(), PlacementCases.all(), OverlapCases.all(), RuleCases.all())
            .flatMap(List::stream)
            .toList();

    @TempDir
    private static Path folder;

    private static final Map<String, Site> SITES = new LinkedHashMap<>();
    private static final Map<String, Future<?>> RUNNING = new LinkedHashMap<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @BeforeAll
    static void begin_all_rows() {
        SITES.put("standalone", Site.standalone(folder));
        SITES.put("three nodes", Site.threeNodes());
        SITES.forEach((name, site) -> CASES.forEach(row -> RUNNING.put(name + row, THREADS.submit(() -> {
            row.run(site);
            return row;
        }))));
    }

    @AfterAll
    static void close() {
        THREADS.shutdownNow();
        SITES.values().forEach(Site::close);
    }

    static List<Arguments> rows() {
        List<Arguments> rows = new ArrayList<>();
        List.of("standalone", "three nodes").forEach(site -> CASES.forEach(row -> rows.add(Arguments.of(site, row))));
        return rows;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void each_value_does_what_is_promised(String site, FieldCase row) throws Exception {
        Future<?> outcome = RUNNING.get(site + row);
        assertThat(outcome).isNotNull();
        outcome.get(5, TimeUnit.MINUTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "three nodes"})
    void what_cannot_be_is_refused_at_creation(String name) {
        Site site = Objects.requireNonNull(SITES.get(name));
        String past = Clock.systemUTC().instant().minusSeconds(60).toString();

        assertThat(refusal(site, "schedule", Map.of("once", past))).contains("schedule.once", "past");
        assertThat(refusal(site, "target", "nobody.run")).contains("target", "nobody");
        assertThat(refusal(site, "schedule", Map.of("cron", "61 * * * * ?"))).contains("schedule.cron", "61");
        assertThat(refusal(site, "overlap", "maybe")).contains("overlap", "maybe", "queue");
        assertThat(refusal(site, "colour", "red")).contains("colour");
    }

    private static String refusal(Site site, String field, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(
                Map.of("name", "WRONG.job", "target", "probe.run", "schedule", Map.of("manual", true)));
        members.put(field, value);
        var reply = site.ledger().desk().work().jobs().create(members);
        assertThat(reply.result()).isEqualTo(Result.REFUSED);
        return reply.why();
    }
}
