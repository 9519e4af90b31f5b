package io.baton.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rule that holds the rules finds each kind of mistake. */
class AlertRuleTest {
    private static final String SCRAPE = """
            # HELP scheduler_nodes
            scheduler_nodes{state="alive"} 1.0
            scheduler_nodes{state="silent"} 0.0
            scheduler_skew_bucket{job="A.b",le="0.005"} 1
            scheduler_lost_total 0.0
            """;

    private static final Map<String, String> TOLD = Map.of("summary", "s", "description", "d", "action", "a");

    private static List<String> faults(String expression, String summary) {
        return new AlertRule("It", expression, Map.of("summary", summary, "description", "d", "action", "a"))
                .faults(SCRAPE);
    }

    @Test
    void what_is_right_has_no_fault() {
        assertThat(faults("max(scheduler_nodes{state=\"alive\"}) < 2", "few")).isEmpty();
        assertThat(faults("increase(scheduler_lost_total[1m]) > 0", "{{ $labels.instance }}"))
                .isEmpty();
        assertThat(faults("sum by (job, le) (scheduler_skew_bucket{job!=\"other\"})", "{{ $labels.job }}"))
                .isEmpty();
    }

    @Test
    void a_metric_a_label_or_a_value_that_is_not_there_is_found() {
        assertThat(faults("scheduler_node > 1", "s")).containsExactly("It names scheduler_node, which no node tells");
        assertThat(faults("scheduler_nodes{kind!=\"x\"} > 1", "s"))
                .containsExactly("It wants kind!=\"x\", which scheduler_nodes never has");
        assertThat(faults("scheduler_nodes{state=\"dead\"} > 1", "s"))
                .containsExactly("It wants state=\"dead\", which scheduler_nodes never has");
        assertThat(faults("sum by (job) (scheduler_nodes)", "s"))
                .containsExactly("It uses the label job, which is not there");
        assertThat(faults("up == 0", "s")).containsExactly("It looks at no metric");
    }

    @Test
    void a_text_shows_only_labels_that_the_result_has() {
        assertThat(faults("max(scheduler_nodes) > 1", "{{ $labels.state }}"))
                .containsExactly("It uses the label state, which is not there");
        assertThat(faults("max by (state) (scheduler_nodes) > 1", "{{ $labels.instance }}"))
                .containsExactly("It uses the label instance, which is not there");
    }

    @Test
    void a_rule_without_its_words_is_found() {
        for (String part : TOLD.keySet()) {
            Map<String, String> less = new java.util.HashMap<>(TOLD);
            less.put(part, " ");
            assertThat(new AlertRule("It", "scheduler_lost_total > 0", less).faults(SCRAPE))
                    .containsExactly("It has no " + part);
        }
    }
}
