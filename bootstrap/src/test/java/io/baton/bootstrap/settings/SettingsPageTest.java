package io.baton.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "settings.md");

    @Test
    void the_page_of_the_manual_is_what_the_code_says() throws Exception {
        if (Boolean.getBoolean("baton.test.write-docs")) {
            Files.writeString(PAGE, SettingsPage.markdown());
        }

        assertThat(PAGE)
                .as("docs/settings.md; write it anew with:"
                        + " mvn -o -f bootstrap/pom.xml test -Dtest=SettingsPageTest -Dbaton.test.write-docs=true")
                .hasContent(SettingsPage.markdown());
    }

    @Test
    void the_help_names_every_setting_with_default_and_range_and_fits_the_width() {
        String help = SettingsPage.help();

        KnownSettings.all()
                .forEach(setting -> assertThat(help)
                        .contains(setting.name() + "=<" + setting.kind().unit() + ">"));
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void every_setting_of_the_contract_is_there() {
        assertThat(KnownSettings.names())
                .contains(
                        "baton.cluster",
                        "baton.node.id",
                        "baton.node.labels",
                        "baton.node.slots",
                        "baton.node.drain-timeout",
                        "baton.node.heartbeat-interval",
                        "baton.node.heartbeat-timeout",
                        "baton.dispatch.load-threshold",
                        "baton.redis.uri",
                        "baton.redis.mode",
                        "baton.db.url",
                        "baton.db.user",
                        "baton.db.password",
                        "baton.spool.dir",
                        "baton.wait-for-servers",
                        "baton.queue.accept-legacy",
                        "baton.jobs.file",
                        "baton.tasks.dir",
                        "baton.tasks.packages",
                        "baton.tasks.allow",
                        "baton.http.port",
                        "baton.http.bind",
                        "baton.log.format",
                        "baton.history.retention")
                .doesNotHaveDuplicates();
    }
}
