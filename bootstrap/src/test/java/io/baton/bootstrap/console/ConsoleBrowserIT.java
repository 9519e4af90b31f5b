package io.baton.bootstrap.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.domain.job.JobSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people do in the console, in a real browser. Runs where a Chromium is found; with
 * {@code -Dbaton.test.browser=required} its absence is a failure.
 */
@Tag("minutes")
@EnabledIf("wanted")
class ConsoleBrowserIT {
    private static final String JOBS = """
            jobs:
              - { name: A.steps, target: "demoTask.progress(600, 100)", schedule: { manual: true } }
              - { name: A.long, target: "demoTask.sleep(600000)", schedule: { manual: true } }
              - { name: A.one, target: demoTask.noParams, schedule: { every: 1d } }
              - { name: A.two, target: demoTask.noParams, schedule: { every: 1d } }
              - { name: B.other, target: demoTask.noParams, schedule: { every: 1d } }
            """;

    @TempDir
    private Path folder = Path.of(".");

    private DemoNode node;
    private Browser browser;

    static boolean wanted() {
        return Browser.wanted();
    }

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        node = new DemoNode(Files.createDirectory(folder.resolve("data")));
        node.apply(JOBS);
        browser = new Browser(node.address(), Files.createDirectory(folder.resolve("profile")), "en");
    }

    @AfterEach
    void stop() {
        browser.close();
        node.close();
    }

    private void logIn(String name, Rights rights) {
        node.user(name, rights);
        browser.open("/login");
        browser.type("name", name);
        browser.type("password", DemoNode.PASSWORD);
        browser.click("button.primary");
        browser.await("is in", () -> browser.path().equals("/"));
    }

    @Test
    void from_the_link_to_a_log_that_moves() {
        browser.open("/setup?link=" + node.link());
        browser.type("name", "ann");
        browser.type("password", "too short");
        browser.click("button.primary");
        browser.awaitText("shorter than 12 characters");
        browser.type("password", DemoNode.PASSWORD);
        browser.click("button.primary");
        browser.await("is in", () -> browser.path().equals("/"));

        browser.open("/jobs/A.steps");
        browser.click("main button.primary");
        browser.await("the run's page", () -> browser.path().startsWith("/runs/A.steps"));
        browser.await("its log", () -> browser.has(".log .line"));
        browser.await("its log moves", () -> browser.text(".log").contains("step 9 of 600 is done"));
        browser.await("its progress", () -> browser.has("progress"));

        browser.click("main button.danger");
        browser.agree();
        browser.awaitText("Cancelled");
        browser.await("its log is there again", () -> browser.text(".log").contains("step 9 of 600 is done"));
        assertThat(browser.complaints())
                .as("but for the password that was too short")
                .allMatch(complaint -> complaint.contains("/setup - Failed to load resource"));
    }

    @Test
    void a_job_is_made_with_a_wrong_and_then_a_right_cron() {
        logIn("ann", Rights.ADMIN);
        browser.open("/new-job");
        browser.type("name", "A.made");
        browser.type("target", "demoTask.greet(\"x\")");
        browser.type("cron", "61 * * * * ?");
        browser.await("what is wrong", () -> browser.has("[name=cron][aria-invalid]"));
        browser.click("button.primary");
        assertThat(browser.path()).isEqualTo("/new-job");

        browser.type("cron", "0 0 6 * * ?");
        browser.await("ten times", () -> browser.has("[data-preview] li:nth-child(10)"));
        browser.awaitText("every day at 06:00");
        browser.await("nothing is wrong", () -> !browser.has("[aria-invalid]"));
        browser.click("button.primary");
        browser.await("the job's page", () -> browser.path().equals("/jobs/A.made"));

        browser.open("/edit-job/A.made");
        browser.type("title", "打个招呼");
        browser.click("button.primary");
        browser.await("the job's page", () -> browser.path().equals("/jobs/A.made"));
        browser.awaitText("打个招呼");
        assertThat(browser.text()).contains("Title – → 打个招呼");
    }

    @Test
    void what_is_wrong_with_a_job_is_said_in_the_language_of_the_page() {
        logIn("ann", Rights.ADMIN);
        browser.click("button[data-cookie*=zh]");
        browser.awaitText("一切正常");
        browser.open("/new-job");
        browser.type("name", "A.made");
        browser.type("target", "demoTask.gret");
        browser.type("cron", "0 0 6 * * ?");
        browser.awaitText("调用目标：没有名为“demoTask.gret”的目标；是否想写“demoTask.greet”？");
        browser.type("target", "demoTask.noParams");
        browser.type("cron", "61 * * * * ?");
        browser.awaitText("Cron 表达式：“61 * * * * ?”不是 cron 表达式");
        browser.type("cron", "0 0 6 * * ?");
        browser.type("timeout", "soon");
        browser.awaitText("超时：“soon”不是时长");
    }

    @Test
    void what_the_form_does_not_touch_stays_as_it_was() {
        node.apply("""
                jobs:
                  - name: A.whole
                    title: before
                    description: of all fields
                    tags: [x, y]
                    target: demoTask.noParams
                    schedule: { cron: "0 0 6 * * ?", zone: Asia/Shanghai, from: 2026-01-01T00:00:00Z, until: 2099-12-31T00:00:00Z }
                    placement: { shards: 3 }
                    labels: { disk: ssd }
                    overlap: queue
                    delivery: at-least-once
                    misfire: fire-all
                    misfire-threshold: 90s
                    timeout: 7s
                    retry: { attempts: 4, delay: 2s, factor: 3.0, max-delay: 20s }
                    data: { a: [1, "二"] }
                """);
        JobSpec before = node.spec("A.whole");
        logIn("ann", Rights.ADMIN);

        browser.open("/edit-job/A.whole");
        browser.type("title", "after");
        browser.click("button.primary");
        browser.await("the job's page", () -> browser.path().equals("/jobs/A.whole"));

        JobSpec after = node.spec("A.whole");
        assertThat(after.about().title()).isEqualTo("after");
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("about.title")
                .isEqualTo(before);
        browser.await("its times in its own zone", () -> browser.text(".times").contains("06:00:00"));
    }

    @Test
    void a_job_is_run_with_data_of_its_own() {
        logIn("ann", Rights.ADMIN);
        browser.open("/jobs/A.one");
        browser.click("main details summary");
        browser.type("data", "{no json");
        browser.click("details button");
        browser.await("what is wrong", () -> !browser.text("details .wrong").isBlank());
        browser.type("data", "{\"day\": \"2027-01-01\"}");
        browser.click("details button");
        browser.await("the run's page", () -> browser.path().startsWith("/runs/A.one"));
        browser.awaitText("2027-01-01");
    }

    @Test
    void several_jobs_are_paused_at_once() {
        logIn("ann", Rights.ADMIN);
        browser.open("/jobs?q=A.");
        browser.click("input[value='A.one']");
        browser.click("input[value='A.two']");
        browser.click("button[data-each*=pause]");

        browser.await("two are paused", () -> browser.text().split("Paused", -1).length - 1 >= 3);
        browser.open("/jobs?state=paused");
        assertThat(browser.text()).contains("A.one", "A.two").doesNotContain("A.long");
    }

    @Test
    void what_a_reconciliation_would_change_is_shown_before_it_is_done() {
        logIn("ann", Rights.ADMIN);
        browser.open("/reconcile");
        browser.click("button[data-call*=dryRun]");
        browser.awaitText("Nothing would change.");
        browser.click("main button.primary");
        browser.await(
                "the numbers",
                () -> browser.has("[data-lines] td") && !browser.text().contains("would change."));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_job_file_is_chosen_or_dropped_and_is_a_text_until_it_is_applied() throws IOException {
        logIn("ann", Rights.ADMIN);
        browser.open("/import");
        Path file = Files.writeString(
                folder.resolve("jobs.yaml"),
                "jobs:\n  - { name: A.file, target: demoTask.noParams, schedule: { manual: true }, title: 文件 }");
        browser.one("[data-file]").sendKeys(file.toString());
        browser.await("its text", () -> text().contains("title: 文件"));
        assertThat(browser.text(".drop")).contains("jobs.yaml");

        browser.one("textarea")
                .sendKeys("\n  - { name: A.typed, target: demoTask.noParams, schedule: { manual: true } }");
        browser.click("[data-dry]");
        browser.await("what would be", () -> browser.text("[data-lines]").contains("A.typed"));
        assertThat(browser.text("[data-lines]")).contains("What becomes of it");
        assertThat(node.has("A.typed")).isFalse();
        browser.click("main button.primary");
        browser.await("it is applied", () -> node.has("A.file") && node.has("A.typed"));

        Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
        browser.one("[data-file]").sendKeys(large.toString());
        browser.awaitText("larger than 1024 KiB");
        assertThat(text()).as("the text before").contains("A.typed");

        browser.script("const files = new DataTransfer(); files.items.add(new File(['jobs: []'], 'dropped.yaml'));"
                + "document.body.dispatchEvent(new DragEvent('drop',"
                + " { bubbles: true, cancelable: true, dataTransfer: files }))");
        browser.await("the dropped text", () -> text().equals("jobs: []"));
        assertThat(browser.text(".wrong")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void what_becomes_of_an_imported_job_is_said_in_the_language_of_the_page() {
        logIn("ann", Rights.ADMIN);
        browser.click("button[data-cookie*=zh]");
        browser.awaitText("一切正常");
        browser.open("/import");
        browser.one("textarea")
                .sendKeys("jobs:\n  - { name: A.typed, target: demoTask.noParams, schedule: { manual: true } }");
        browser.click("[data-dry]");
        browser.await("what would be", () -> browser.text("[data-lines]").contains("新建"));
        assertThat(browser.text("[data-lines]")).contains("结果", "作业", "A.typed");
    }

    /** Of the job file. */
    private String text() {
        return String.valueOf(browser.script("return document.querySelector('textarea').value"));
    }

    @Test
    void a_node_is_drained_and_works_again() {
        logIn("ann", Rights.ADMIN);
        browser.open("/nodes");
        browser.click("button[data-call*=drain]");
        browser.agree();
        browser.awaitText("Draining");
        browser.click("button[data-call*=undrain]");
        browser.await("it works again", () -> browser.text().contains("Alive"));
    }

    @Test
    void a_viewer_sees_no_buttons_and_is_refused_what_they_do() {
        logIn("vic", new Rights(Role.VIEWER, new Scope(Set.of("A"))));
        for (String page : List.of("/", "/jobs", "/jobs/A.one", "/runs", "/nodes")) {
            browser.open(page);
            assertThat(browser.has("main [data-call], main [data-each]"))
                    .as(page)
                    .isFalse();
        }
        browser.open("/jobs");
        assertThat(browser.text()).contains("A.one").doesNotContain("B.other");
        browser.script("const csrf = document.body.dataset.csrf;"
                + "fetch('/api/v1/jobs/A.one/pause', {method: 'POST', headers: {'X-CSRF-Token': csrf}})"
                + ".then(answer => { document.title = 'answered ' + answer.status; })");
        browser.await("403", () -> browser.script("return document.title").equals("answered 403"));
    }

    @Test
    void both_languages_and_both_themes_are_a_click_away() {
        logIn("ann", Rights.ADMIN);
        browser.click("button[data-cookie*=zh]");
        browser.awaitText("一切正常");
        browser.click("button[data-theme-switch]");
        String theme = String.valueOf(browser.script("return document.documentElement.dataset.theme"));
        browser.open("/jobs");
        assertThat(browser.text()).contains("新建作业");
        assertThat(browser.script("return document.documentElement.dataset.theme"))
                .isEqualTo(theme);
        browser.click("button[data-cookie*=en]");
        browser.awaitText("New job");
    }

    @Test
    void what_people_typed_is_never_run() {
        logIn("ann", Rights.ADMIN);
        for (String payload : List.of(
                "<script>window.hit=1</script>",
                "\"><img src=x onerror=window.hit=1>",
                "'><svg onload=window.hit=1>",
                "</title><script>window.hit=1</script>",
                "{{constructor.constructor('window.hit=1')()}}",
                "javascript:window.hit=1")) {
            browser.open("/edit-job/A.one");
            for (String field : List.of("title", "description", "tags")) {
                browser.type(field, payload.replace(",", ""));
            }
            browser.type("target", "demoTask.greet('" + payload.replace("'", "") + "')");
            browser.click("button.primary");
            browser.await("saved: " + payload, () -> browser.path().equals("/jobs/A.one"));
            browser.click("main button.primary");
            browser.await("its run", () -> browser.path().startsWith("/runs/"));
            browser.await("its log", () -> browser.has(".log .line"));
            String run = browser.path();
            assertThat(browser.script("return window.hit")).as("its log").isEqualTo("");
            for (String page : List.of(
                    run, "/jobs/A.one", "/jobs", "/", "/runs", "/audit", "/edit-job/A.one", "/schedule", "/settings")) {
                browser.open(page);
                assertThat(browser.script("return window.hit")).as(page).isEqualTo("");
            }
        }
    }
}
