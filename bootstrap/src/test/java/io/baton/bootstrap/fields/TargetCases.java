package io.baton.bootstrap.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.fields.named.Greeter;
import java.util.List;
import java.util.Map;

/** {@code name} and {@code target}: how a job is named, and what a target string may say. */
final class TargetCases {
    private TargetCases() {}

    static List<FieldCase> all() {
        return List.of(
                FieldCase.of("name without a group", Map.of("name", "groupless"), TargetCases::inDefaultGroup),
                FieldCase.of("target without brackets", Map.of("target", "probe.run"), TargetCases::runs),
                FieldCase.of("target with empty brackets", Map.of("target", "probe.run()"), TargetCases::runs),
                FieldCase.of(
                        "target in a class",
                        Map.of("target", Greeter.class.getName() + ".greet('世界')"),
                        TargetCases::anInstanceOfItsOwnForEachRun),
                FieldCase.of(
                        "target with arguments of each type",
                        Map.of("target", "probe.typed( \"say \\\"嗨\\\", it's 😀\", -42, 9000000000L, -3.5D, true )"),
                        (site, job) ->
                                assertThat(data(site, job)).isEqualTo("say \"嗨\", it's 😀 -42 9000000000 -3.5 true")),
                FieldCase.of(
                        "target with a digit for a long",
                        Map.of("target", "probe.typed('single', 0, 7, 0D, false)"),
                        (site, job) -> assertThat(data(site, job)).isEqualTo("single 0 7 0.0 false")));
    }

    private static void inDefaultGroup(Site site, String job) {
        String task = site.ledger().ask("groupless", "one");

        assertThat(task).isEqualTo("DEFAULT.groupless@r-one");
        assertThat(site.ledger().end(task)).isEqualTo("SUCCEEDED");
        assertThat(site.ledger(1).job("DEFAULT.groupless").key())
                .isEqualTo(site.ledger(2).job("groupless").key());
    }

    private static void runs(Site site, String job) {
        Ledger ledger = site.ledger();
        String task = ledger.ask(job, "one");

        assertThat(ledger.end(task)).isEqualTo("SUCCEEDED");
        assertThat(ledger.calls(job)).hasSize(1);
    }

    private static void anInstanceOfItsOwnForEachRun(Site site, String job) {
        for (int n = 0; n < 4; n++) {
            assertThat(site.ledger().end(site.ledger(n).ask(job, "run-" + n))).isEqualTo("SUCCEEDED");
        }
    }

    private static String data(Site site, String job) {
        Ledger ledger = site.ledger();
        String task = ledger.ask(job, "one");
        assertThat(ledger.end(task)).isEqualTo("SUCCEEDED");
        return ledger.call(task, 1).data();
    }
}
