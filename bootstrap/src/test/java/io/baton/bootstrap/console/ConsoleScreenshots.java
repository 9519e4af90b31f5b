package io.baton.bootstrap.console;

import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes a picture of every page, light and dark, wide and narrow, in English and Chinese. Not part of a build:
 * {@code mvn -pl bootstrap surefire:test -Dtest=ConsoleScreenshots}, then look into {@code bootstrap/target/screenshots}.
 */
class ConsoleScreenshots {
    private static final List<String> PAGES = List.of(
            "/",
            "/jobs",
            "/jobs/DEMO.progress",
            "/jobs/DEMO.failing",
            "/new-job",
            "/edit-job/DEMO.cron",
            "/import",
            "/runs",
            "/schedule",
            "/schedule?day=past",
            "/nodes",
            "/dead-letters",
            "/reconcile",
            "/audit",
            "/settings",
            "/jobs/DEMO.none");

    @TempDir
    private Path folder = Path.of(".");

    private final Path pictures = Path.of("target", "screenshots");

    @Test
    void every_page_in_every_look() throws IOException, InterruptedException {
        Files.createDirectories(pictures);
        try (DemoNode node = new DemoNode(Files.createDirectory(folder.resolve("data")));
                Browser browser = new Browser(node.address(), Files.createDirectory(folder.resolve("profile")), "en")) {
            String link = node.link();
            browser.open("/setup?link=" + link);
            take(browser, "setup");
            node.demoJobs();
            node.user("ann", Rights.ADMIN);
            node.user("vic", new Rights(Role.VIEWER, new Scope(Set.of("DEMO"))));
            browser.open("/login");
            take(browser, "login");
            browser.type("name", "ann");
            browser.type("password", DemoNode.PASSWORD);
            browser.click("button.primary");
            browser.await("is in", () -> browser.path().equals("/"));
            java.util.concurrent.TimeUnit.SECONDS.sleep(45);
            looks(browser, "en", "light");
            looks(browser, "zh", "dark");
            browser.size(420, 880);
            looks(browser, "en-phone", "dark");
        }
    }

    private void looks(Browser browser, String language, String theme) throws IOException {
        browser.script("document.cookie='baton_lang=" + language.substring(0, 2)
                + ";path=/';document.cookie='baton_theme=" + theme + ";path=/'");
        for (String page : PAGES) {
            browser.open(page);
            take(browser, language + page.replaceAll("[/?=]", "_").replace('.', '-'));
        }
        browser.open("/reconcile");
        browser.click("button[data-call*=dryRun]");
        browser.await("what would change", () -> browser.has("[data-lines] td"));
        take(browser, language + "_reconcile-forecast");
        browser.open("/jobs/DEMO.progress");
        browser.click("main button.primary");
        browser.await("a run", () -> browser.path().startsWith("/runs/"));
        browser.await("its log", () -> browser.has(".log .line"));
        take(browser, language + "_run");
        browser.open("/runs?outcome=FAILED");
        if (browser.has("td a")) {
            browser.click("td a");
            browser.await("a run", () -> browser.path().startsWith("/runs/"));
            take(browser, language + "_run-failed");
        }
    }

    private void take(Browser browser, String name) throws IOException {
        Files.write(pictures.resolve(name + ".png"), browser.picture());
    }
}
