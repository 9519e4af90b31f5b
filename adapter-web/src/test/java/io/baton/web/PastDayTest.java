package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The schedule page's past day: what was expected against what the ledger has. */
class PastDayTest {
    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final Caller caller = Caller.of(node);

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private void job(String name, String schedule) {
        Caller.Answer made = caller.post(
                "/api/v1/jobs",
                "{\"name\":\"" + name + "\",\"target\":\"bean.run\",\"misfire\":\"skip\",\"schedule\":{" + schedule
                        + "}}");
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    }

    private void pass(Duration time) {
        cluster.clock.advance(time);
    }

    private void sweep() {
        node.cycle("heartbeat");
        node.cycle("jobs");
        node.cycle("sweep");
    }

    private String page() {
        return caller.get("/schedule?day=past").http().body();
    }

    /** The cells of a job's row: expected, on time, late, failed, skipped, under way, not in the ledger. */
    private String row(String job) {
        Matcher row = Pattern.compile("<tr><td><a href=\"/jobs/" + job + "\">.*?</tr>")
                .matcher(page());
        return row.find()
                ? row.group()
                        .replaceAll("<svg.*?</svg>", "")
                        .replaceAll("<small class=\"below\">", " ")
                        .replaceAll("</td><td>", "|")
                        .replaceAll("<[^>]*>", "")
                : "";
    }

    @Test
    void what_was_missed_is_counted_time_by_time_though_one_row_stands_for_all() {
        job("A.c", "\"every\":\"1m\"");
        pass(Duration.ofMinutes(10).plusSeconds(30));
        sweep();

        assertThat(row("A.c")).startsWith("A.c|10||–|–|–|").contains("missed × 9");
    }

    @Test
    void what_the_ledger_has_nothing_of_is_said_to_be_absent() {
        job("A.c", "\"every\":\"1m\"");
        pass(Duration.ofMinutes(10).plusSeconds(10));

        assertThat(row("A.c")).isEqualTo("A.c|10||–|–|–|–|2|8");
    }

    @Test
    void the_definition_counts_that_was_in_force() {
        job("A.c", "\"every\":\"1m\"");
        pass(Duration.ofMinutes(5).plusSeconds(30));
        caller.post("/api/v1/jobs/A.c/pause", "");
        pass(Duration.ofMinutes(60));
        caller.put("/api/v1/jobs/A.c", "{\"target\":\"bean.run\",\"enabled\":true,\"schedule\":{\"every\":\"20m\"}}");
        pass(Duration.ofMinutes(50));

        assertThat(row("A.c"))
                .as("5 of the first, none while paused, 2 of the last")
                .startsWith("A.c|7|");
    }

    @Test
    void a_range_that_began_before_the_day_stands_for_what_it_holds_of_the_day() {
        job("A.c", "\"every\":\"1h\"");
        pass(Duration.ofHours(30).plusMinutes(30));
        sweep();

        assertThat(row("A.c"))
                .startsWith("A.c|24||–|–|–|")
                .contains("missed × 24")
                .endsWith("|–|–");
    }

    @Test
    void jobs_by_hand_are_not_expected() {
        job("A.c", "\"manual\":true");
        pass(Duration.ofMinutes(10));

        assertThat(row("A.c")).isEmpty();
        assertThat(page()).contains("Nothing was due.");
    }

    @Test
    void the_two_days_lead_to_each_other() {
        assertThat(page()).contains("<a href=\"/schedule\" class=\"button\">");
        assertThat(caller.get("/schedule").http().body())
                .contains("href=\"/schedule?day=past\" class=\"button\"")
                .contains("aria-current=\"true\">The coming day<");
    }
}
