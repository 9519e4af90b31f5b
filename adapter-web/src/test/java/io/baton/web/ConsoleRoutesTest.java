package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.access.Secrets;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.domain.access.UserName;
import io.baton.web.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way in, sessions, and pages as who is known sees them. */
class ConsoleRoutesTest {
    private static final String PASSWORD = "correct horse battery";
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

    private final TestCluster cluster = new TestCluster();
    private final TestNode node = cluster.node("node-1");
    private final Caller caller = Caller.of(node);
    private final io.baton.application.access.Caller admin =
            new io.baton.application.access.Caller("test", Rights.ADMIN, "here");

    @BeforeEach
    void one_job_and_one_run() {
        caller.post("/api/v1/jobs", "{\"name\":\"A.b\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
        caller.post("/api/v1/jobs/A.b/run", "{\"requestId\":\"1\"}");
    }

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private void user(String name, Rights rights) {
        caller.office.people().users().create(admin, new UserName(name), PASSWORD, rights);
    }

    private Answer form(String path, String body, String... headers) {
        java.util.List<String> all = new java.util.ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(List.of("Authorization", ""));
        return caller.send("POST", path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    /** @return the cookie */
    private String in(String name) {
        Answer answer = form("/login", "name=" + name + "&password=" + PASSWORD.replace(' ', '+'));
        assertThat(answer.status()).isEqualTo(303);
        return cookie(answer);
    }

    private static String cookie(Answer answer) {
        Matcher matcher = Pattern.compile("baton_session=([^;]+)").matcher(answer.header("Set-Cookie"));
        assertThat(matcher.find()).as(answer.header("Set-Cookie")).isTrue();
        return matcher.group(1);
    }

    private Answer page(String path, String cookie, String... more) {
        java.util.List<String> headers =
                new java.util.ArrayList<>(List.of("Cookie", "baton_session=" + cookie, "Accept", "text/html"));
        headers.addAll(List.of(more));
        return session("GET", path, "", headers.toArray(String[]::new));
    }

    /** Without a token. */
    private Answer session(String method, String path, String body, String... headers) {
        java.net.http.HttpRequest.Builder request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(caller.address() + path))
                .method(method, BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return caller.exchange(request.build());
    }

    @Test
    void a_login_gives_a_cookie_for_no_script_and_no_other_site() {
        user("ann", Rights.ADMIN);

        Answer answer = form("/login", "name=Ann&password=correct+horse+battery");

        assertThat(answer.header("Location")).endsWith("/");
        assertThat(answer.header("Set-Cookie"))
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/", "Max-Age=43200");
        assertThat(page("/", cookie(answer)).status()).isEqualTo(200);
        assertThat(in("ann")).as("each login").isNotEqualTo(in("ann"));
    }

    @Test
    void a_wrong_login_says_the_same_whatever_is_wrong_and_slows_down() {
        user("ann", Rights.ADMIN);

        String wrong = form("/login", "name=ann&password=wrong").http().body();
        assertThat(wrong).contains("Name or password is wrong.");
        assertThat(form("/login", "name=bob&password=wrong").http().body().replace("bob", "ann"))
                .isEqualTo(wrong);
        for (int i = 0; i < 4; i++) {
            assertThat(form("/login", "name=ann&password=wrong").status()).isEqualTo(401);
        }
        Answer slowed = form("/login", "name=ann&password=correct+horse+battery");
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.header("Retry-After")).isNotEmpty();
    }

    @Test
    void a_form_that_another_site_sends_is_refused() {
        user("ann", Rights.ADMIN);

        assertThat(form("/login", "name=ann&password=correct+horse+battery", "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_change_by_a_session_needs_its_csrf_token() {
        user("ann", Rights.ADMIN);
        String cookie = in("ann");
        String other = in("ann");

        for (String token : List.of("", "wrong", Secrets.csrfToken(other), cookie)) {
            assertThat(session(
                                    "POST",
                                    "/api/v1/jobs/A.b/pause",
                                    "",
                                    "Cookie",
                                    "baton_session=" + cookie,
                                    "X-CSRF-Token",
                                    token)
                            .status())
                    .as(token)
                    .isEqualTo(403);
        }
        assertThat(session("POST", "/api/v1/jobs/A.b/pause", "", "Cookie", "baton_session=" + cookie)
                        .status())
                .isEqualTo(403);
        assertThat(session(
                                "POST",
                                "/api/v1/jobs/A.b/pause",
                                "",
                                "Cookie",
                                "baton_session=" + cookie,
                                "X-CSRF-Token",
                                Secrets.csrfToken(cookie))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_session_ends_at_logout_and_at_a_change_of_rights() {
        user("ann", Rights.ADMIN);
        user("bob", new Rights(Role.VIEWER, Scope.ALL));
        String ann = in("ann");
        String bob = in("bob");

        form("/logout", "csrf=" + Secrets.csrfToken(ann), "Cookie", "x=y");
        assertThat(session(
                                "POST",
                                "/logout",
                                "csrf=" + Secrets.csrfToken(ann),
                                "Cookie",
                                "baton_session=" + ann,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(303);
        assertThat(page("/", ann).header("Location")).endsWith("/login");
        assertThat(page("/", bob).status()).isEqualTo(200);
        caller.office.people().users().changeRights(admin, new UserName("bob"), Rights.ADMIN);
        assertThat(page("/", bob).header("Location")).endsWith("/login");
        assertThat(session("GET", "/api/v1/jobs", "", "Cookie", "baton_session=" + bob)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void the_set_up_link_makes_the_first_admin_once() {
        String link = caller.office
                .entrance()
                .setUp()
                .open(new Secrets(() -> "the-link"))
                .orElseThrow();

        assertThat(session("GET", "/setup?link=wrong", "").http().body()).contains("This link is spent");
        assertThat(session("GET", "/setup?link=" + link, "").http().body()).contains("value=\"the-link\"");
        assertThat(form("/setup", "link=the-link&name=ann&password=short")
                        .http()
                        .body())
                .contains("shorter than 12");
        Answer made = form("/setup", "link=the-link&name=ann&password=correct+horse+battery");
        assertThat(page("/", cookie(made)).status()).isEqualTo(200);
        assertThat(form("/setup", "link=the-link&name=eve&password=correct+horse+battery")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void every_page_answers_an_admin_with_a_strict_policy_and_no_line_of_script() {
        user("ann", Rights.ADMIN);
        String cookie = in("ann");

        for (String path : PAGES) {
            Answer answer = page(path, cookie);
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
        user("ann", Rights.ADMIN);
        String cookie = in("ann");

        for (String path : PAGES) {
            assertThat(page(path, cookie, "Accept-Language", "zh-CN").http().body())
                    .as(path)
                    .contains("lang=\"zh-CN\"")
                    .contains("总览")
                    .doesNotContain(">Overview<");
        }
    }

    @Test
    void a_schedule_is_told_in_words_beside_its_expression() {
        caller.post(
                "/api/v1/jobs",
                "{\"name\":\"A.c\",\"target\":\"bean.run\",\"schedule\":"
                        + "{\"cron\":\"0 30 9 ? * MON-FRI\",\"zone\":\"UTC\",\"until\":\"2100-01-01T00:00:00Z\"}}");
        caller.post("/api/v1/jobs", "{\"name\":\"A.d\",\"target\":\"bean.run\",\"schedule\":{\"every\":\"5m\"}}");
        user("ann", Rights.ADMIN);
        String cookie = in("ann");

        for (String path : List.of("/jobs", "/jobs/A.c")) {
            assertThat(page(path, cookie).http().body())
                    .as(path)
                    .contains("at 09:30, from Monday to Friday, until 2100-01-01T00:00:00Z")
                    .contains("0 30 9 ? * MON-FRI (UTC)");
            assertThat(page(path, cookie, "Accept-Language", "zh").http().body())
                    .as(path)
                    .contains("每周一至周五，09:30，至 2100-01-01T00:00:00Z 止");
        }
        assertThat(page("/jobs", cookie).http().body()).contains("every 5 minutes<");
    }

    @Test
    void jobs_are_found_by_their_tags_which_lead_to_them() {
        for (String job : List.of("\"A.c\",\"tags\":[\"night & day\",\"daily\"]", "\"A.d\",\"tags\":[\"day\"]")) {
            caller.post(
                    "/api/v1/jobs", "{\"name\":" + job + ",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}");
        }
        user("ann", Rights.ADMIN);
        String cookie = in("ann");

        assertThat(page("/jobs", cookie).http().body())
                .contains("href=\"/jobs/A.b\"", "href=\"/jobs/A.c\"", "href=\"/jobs/A.d\"")
                .contains("href=\"/jobs?tag=night%20%26%20day\"");
        assertThat(page("/jobs?tag=night%20%26%20day", cookie).http().body())
                .contains("href=\"/jobs/A.c\"")
                .doesNotContain("href=\"/jobs/A.b\"", "href=\"/jobs/A.d\"")
                .contains("<option value=\"night &amp; day\" selected=\"\">");
        assertThat(page("/jobs?tag=da", cookie).http().body())
                .as("a tag is asked for as a whole")
                .contains("No job is like that.");
        assertThat(page("/jobs/A.c", cookie).http().body()).contains("href=\"/jobs?tag=daily\"");
    }

    @Test
    void a_node_shows_the_load_of_its_last_hour() {
        user("ann", Rights.ADMIN);

        assertThat(page("/nodes", in("ann")).http().body())
                .containsPattern("aria-label=\"Load minute by minute: [0-9]+ % at last, [0-9]+ % at most\"")
                .contains("<rect", "the heartbeats that node-1, the node that answers, remembers");
    }

    @Test
    void the_overview_tells_nobody_of_groups_that_others_may_see() {
        caller.post("/api/v1/jobs", "{\"name\":\"B.soon\",\"target\":\"bean.run\",\"schedule\":{\"every\":\"5m\"}}");
        user("ann", Rights.ADMIN);
        user("vic", new Rights(Role.VIEWER, new Scope(Set.of("A"))));
        user("bea", new Rights(Role.VIEWER, new Scope(Set.of("B"))));

        assertThat(page("/", in("ann")).http().body()).contains("B.soon");
        assertThat(page("/", in("vic")).http().body()).doesNotContain("B.soon");
        assertThat(page("/", in("bea")).http().body()).contains("B.soon");
    }

    @Test
    void a_viewer_sees_no_button_that_changes_anything_and_no_page_of_others() {
        user("vic", new Rights(Role.VIEWER, new Scope(Set.of("A"))));
        String cookie = in("vic");

        for (String path :
                List.of("/", "/jobs", "/jobs/A.b", "/runs", "/runs/A.b@r-1", "/schedule", "/nodes", "/settings")) {
            Answer answer = page(path, cookie);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.http().body())
                    .as(path)
                    .doesNotContain("data-call")
                    .doesNotContain("data-each")
                    .doesNotContain("/new-job");
        }
        for (String path : List.of("/audit", "/new-job", "/import", "/reconcile")) {
            assertThat(page(path, cookie).status()).as(path).isEqualTo(403);
        }
        assertThat(page("/dead-letters", cookie).status()).isEqualTo(403);
        assertThat(page("/jobs/OTHER.x", cookie).status()).isEqualTo(403);
        assertThat(page("/jobs/A.none", cookie).status()).isEqualTo(404);
        assertThat(page("/jobs/.", cookie).status()).isIn(400, 404);
    }

    @Test
    void what_people_typed_stays_text() {
        user("ann", Rights.ADMIN);
        String evil =
                "</title><script>alert(1)</script><img src=x onerror=alert(2)>\\\" autofocus onfocus=alert(3) x=\\\"";
        Answer put = caller.put(
                "/api/v1/jobs/A.b",
                "{\"target\":\"bean.run(\\\"" + "<svg onload=alert(4)>"
                        + "\\\")\",\"schedule\":{\"manual\":true},\"title\":\"" + evil + "\",\"description\":\"" + evil
                        + "\",\"tags\":[\"<i>\"],\"data\":{\"x\":\"" + evil + "\"}}");
        assertThat(put.status()).isEqualTo(200);
        String cookie = in("ann");

        for (String path : List.of(
                "/jobs", "/jobs/A.b", "/edit-job/A.b", "/audit", "/", "/jobs?q=%3Cscript%3Ealert(5)%3C/script%3E")) {
            assertThat(page(path, cookie).http().body())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("<svg onload")
                    .doesNotContain("\" autofocus onfocus");
        }
    }

    @Test
    void without_a_session_a_page_leads_to_the_login_and_the_api_says_no() {
        assertThat(session("GET", "/jobs", "", "Accept", "text/html").header("Location"))
                .endsWith("/login");
        assertThat(session("GET", "/api/v1/jobs", "", "Accept", "text/html").status())
                .isEqualTo(401);
        assertThat(session("GET", "/nothing", "", "Accept", "text/html").header("Location"))
                .endsWith("/login");
        assertThat(session("GET", "/assets/console.css", "").status()).isEqualTo(200);
        assertThat(session("GET", "/assets/../en.properties", "").status()).isIn(400, 401);
        assertThat(Optional.of(session("GET", "/login", "").http().body()))
                .hasValueSatisfying(body -> assertThat(body).contains("Log in"));
    }
}
