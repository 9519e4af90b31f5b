package io.baton.bootstrap.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.fields.FieldCase.Promise;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code overlap}: three requests at three nodes, the first of which takes its time. */
final class OverlapCases {
    private static final Clock CLOCK = Clock.systemUTC();

    private OverlapCases() {}

    static List<FieldCase> all() {
        return List.of(
                row("allow", (site, job) -> {
                    ends(site, job, "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
                    assertThat(call(site, job, "first").overlaps(call(site, job, "second")))
                            .isTrue();
                }),
                row("queue", (site, job) -> {
                    ends(site, job, "SUCCEEDED", "SUCCEEDED", "SKIPPED(JOINED)");
                    assertThat(call(site, job, "first").overlaps(call(site, job, "second")))
                            .isFalse();
                }),
                row("skip", (site, job) -> ends(site, job, "SUCCEEDED", "SKIPPED(OVERLAP)", "SKIPPED(OVERLAP)")),
                row("replace", OverlapCases::theLatestReplaces));
    }

    private static void theLatestReplaces(Site site, String job) {
        List<String> ends = ask(site, job);

        assertThat(ends.get(0)).isEqualTo("CANCELLED");
        assertThat(ends.get(1)).isIn("SKIPPED(SUPERSEDED)", "CANCELLED"); // the latter if it had started by then
        assertThat(ends.get(2)).isEqualTo("SUCCEEDED");
        assertThat(call(site, job, "first").interrupted()).isTrue();
        List<Call> calls = site.ledger().calls(job);
        assertThat(calls)
                .allSatisfy(one -> assertThat(calls)
                        .filteredOn(other -> !other.equals(one) && other.overlaps(one))
                        .isEmpty());
    }

    private static FieldCase row(String overlap, Promise promise) {
        return FieldCase.of("overlap " + overlap, Map.of("target", "probe.take(9000)", "overlap", overlap), promise);
    }

    private static void ends(Site site, String job, String... ends) {
        assertThat(ask(site, job)).containsExactly(ends);
    }

    /** A second lies between the requests, so that the clocks of all nodes agree which one was later. */
    private static List<String> ask(Site site, String job) {
        Ledger ledger = site.ledger();
        ledger.started(ledger.ask(job, "first"));
        ledger.pass(CLOCK.instant().plusSeconds(1));
        site.ledger(1).ask(job, "second");
        ledger.pass(CLOCK.instant().plusSeconds(1));
        site.ledger(2).ask(job, "third");
        return Stream.of("first", "second", "third")
                .map(request -> ledger.end(job + "@r-" + request))
                .toList();
    }

    private static Call call(Site site, String job, String request) {
        return site.ledger().call(job + "@r-" + request, 1);
    }
}
