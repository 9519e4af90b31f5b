package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.web.Caller.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages as who is known sees them. */
class ConsoleRoutesTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/jobs",
            "/jobs/A.b",
            "/new-job",
            "/edit-job/A.b",
            "/import",
            "/runs",
            "/runs/A.b@r-1",
            "/schedule",
            "/schedule?day=past",
            "/nodes",
            "/dead-letters",
            "/reconcile",
            "/audit",
            "/settings");

    private final Visitor visitor = new Visitor();

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void every_page_answers_an_admin_with_a_strict_policy_and_no_line_of_script() {
        visitor.user("ann", Rights.ADMIN);
        String cookie = visitor.in("ann");

        for (String path : PAGES) {
            Answer answer = visitor.page(path, cookie);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Security-Policy")).as(path).isEqualTo(Headers.PAGE_POLICY);
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.http().body())
                    .as(path)
                    .doesNotContain("<script>")
                    .doesNotContain("style=\"")
                    .doesNotContainPattern(" on[a-z]+=\"");
        }
    }

    @Test
    void every_page_is_in_chinese_for_who_reads_chinese() {
        visitor.user("ann", Rights.ADMIN);
        String cookie = visitor.in("ann");

        for (String path : PAGES) {
            assertThat(visitor.page(path, cookie, "Accept-Language", "zh-CN")
                            .http()
                            .body())
                    .as(path)
                    .contains("lang=\"zh-CN\"")
                    .contains("总览")
                    .doesNotContain(">Overview<");
        }
    }

    @Test
    void a_schedule_is_told_in_words_beside_its_expression() {
        visitor.caller()
                .post(
                        "/api/v1/jobs",
                        "{\"name\":\"A.c\",\"target\":\"bean.run\",\"schedule\":"
                                + "{\"cron\":\"0 30 9 ? * MON-FRI\",\"zone\":\"UTC\",\"until\":\"2100-01-01T00:00:00Z\"}}");
        visitor.caller()
                .post("/api/v1/jobs", "{\"name\":\"A.d\",\"target\":\"bean.run\",\"schedule\":{\"every\":\"5m\"}}");
        visitor.user("ann", Rights.ADMIN);
        String cookie = visitor.in("ann");

        for (String path : List.of("/jobs", "/jobs/A.c")) {
            assertThat(visitor.page(path, cookie).http().body())
                    .as(path)
                    .contains("at 09:30, from Monday to Friday, until 2100-01-01T00:00:00Z")
                    .contains("0 30 9 ? * MON-FRI (UTC)");
            assertThat(visitor.page(path, cookie, "Accept-Language", "zh")
                            .http()
                            .body())
                    .as(path)
                    .contains("每周一至周五，09:30，至 2100-01-01T00:00:00Z 止");
        }
        assertThat(visitor.page("/jobs", cookie).http().body()).contains("every 5 minutes<");
    }

    @Test
    void jobs_are_found_by_their_tags_which_lead_to_them() {
        for (String job : List.of("\"A.c\",\"tags\":[\"night & day\",\"daily\"]", "\"A.d\",\"tags\":[\"day\"]")) {
            visitor.caller()
                    .post(
                            "/api/v1/jobs",
                            "{\"name\":" + job + ",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
        }
        visitor.user("ann", Rights.ADMIN);
        String cookie = visitor.in("ann");

        assertThat(visitor.page("/jobs", cookie).http().body())
                .contains("href=\"/jobs/A.b\"", "href=\"/jobs/A.c\"", "href=\"/jobs/A.d\"")
                .contains("href=\"/jobs?tag=night%20%26%20day\"");
        assertThat(visitor.page("/jobs?tag=night%20%26%20day", cookie).http().body())
                .contains("href=\"/jobs/A.c\"")
                .doesNotContain("href=\"/jobs/A.b\"", "href=\"/jobs/A.d\"")
                .contains("<option value=\"night &amp; day\" selected=\"\">");
        assertThat(visitor.page("/jobs?tag=da", cookie).http().body())
                .as("a tag is asked for as a whole")
                .contains("No job is like that.");
        assertThat(visitor.page("/jobs/A.c", cookie).http().body()).contains("href=\"/jobs?tag=daily\"");
    }

    @Test
    void a_node_shows_the_load_of_its_last_hour() {
        visitor.user("ann", Rights.ADMIN);

        assertThat(visitor.page("/nodes", visitor.in("ann")).http().body())
                .containsPattern("aria-label=\"Load minute by minute: [0-9]+ % at last, [0-9]+ % at most\"")
                .contains("<rect", "the heartbeats that node-1, the node that answers, remembers");
    }

    @Test
    void the_overview_tells_nobody_of_groups_that_others_may_see() {
        visitor.caller()
                .post("/api/v1/jobs", "{\"name\":\"B.soon\",\"target\":\"bean.run\",\"schedule\":{\"every\":\"5m\"}}");
        visitor.user("ann", Rights.ADMIN);
        visitor.user("vic", new Rights(Role.VIEWER, new Scope(Set.of("A"))));
        visitor.user("bea", new Rights(Role.VIEWER, new Scope(Set.of("B"))));

        assertThat(visitor.page("/", visitor.in("ann")).http().body()).contains("B.soon");
        assertThat(visitor.page("/", visitor.in("vic")).http().body()).doesNotContain("B.soon");
        assertThat(visitor.page("/", visitor.in("bea")).http().body()).contains("B.soon");
    }

    @Test
    void a_viewer_sees_no_button_that_changes_anything_and_no_page_of_others() {
        visitor.user("vic", new Rights(Role.VIEWER, new Scope(Set.of("A"))));
        String cookie = visitor.in("vic");

        for (String path :
                List.of("/", "/jobs", "/jobs/A.b", "/runs", "/runs/A.b@r-1", "/schedule", "/nodes", "/settings")) {
            Answer answer = visitor.page(path, cookie);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.http().body())
                    .as(path)
                    .doesNotContain("data-call")
                    .doesNotContain("data-each")
                    .doesNotContain("/new-job");
        }
        for (String path : List.of("/audit", "/new-job", "/import", "/reconcile")) {
            assertThat(visitor.page(path, cookie).status()).as(path).isEqualTo(403);
        }
        assertThat(visitor.page("/dead-letters", cookie).status()).isEqualTo(403);
        assertThat(visitor.page("/jobs/OTHER.x", cookie).status()).isEqualTo(403);
        assertThat(visitor.page("/jobs/A.none", cookie).status()).isEqualTo(404);
        assertThat(visitor.page("/jobs/.", cookie).status()).isIn(400, 404);
    }

    @Test
    void what_people_typed_stays_text() {
        visitor.user("ann", Rights.ADMIN);
        String evil =
                "</title><script>alert(1)</script><img src=x onerror=alert(2)>\\\" autofocus onfocus=alert(3) x=\\\"";
        Answer put = visitor.caller()
                .put(
                        "/api/v1/jobs/A.b",
                        "{\"target\":\"bean.run(\\\"" + "<svg onload=alert(4)>"
                                + "\\\")\",\"schedule\":{\"manual\":true},\"title\":\"" + evil + "\",\"description\":\""
                                + evil
                                + "\",\"tags\":[\"<i>\"],\"data\":{\"x\":\"" + evil + "\"}}");
        assertThat(put.status()).isEqualTo(200);
        String cookie = visitor.in("ann");

        for (String path : List.of(
                "/jobs", "/jobs/A.b", "/edit-job/A.b", "/audit", "/", "/jobs?q=%3Cscript%3Ealert(5)%3C/script%3E")) {
            assertThat(visitor.page(path, cookie).http().body())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("<svg onload")
                    .doesNotContain("\" autofocus onfocus");
        }
    }
}
