package io.baton.bootstrap.settings;

import io.baton.bootstrap.text.FoldedText;
import java.util.Locale;

/** The list of settings for people: as a page of the manual and as a part of the help. */
public final class SettingsPage {
    /** Columns that the help fits. */
    public static final int WIDTH = 100;

    private static final String HEAD = """
            # Settings

            <!-- Generated from KnownSettings.java; a test compares. To write it anew:
                 mvn -o -f bootstrap/pom.xml test -Dtest=SettingsPageTest -Dbaton.test.write-docs=true -->

            Each setting can stand, in order of precedence, on the command line (`--baton.node.slots=8`), among Java's system
            properties (`-Dbaton.node.slots=8`), in the environment (`BATON_NODE_SLOTS=8`), or in the file named by `--config=FILE`
            (YAML, nested or with dotted keys, or `.properties`). An empty value counts as not given.

            A value `file:PATH` is read from that file, without the line break at its end: for secrets. Durations are `500ms`, `30s`,
            `5m`, `2h`, `1d`, or ISO-8601 (`PT30S`); words to choose from may be in letters of any case. An unknown setting, or one outside its range, stops the start with exit code 2
            and one line for each mistake. `--demo` (command line only) brings a demo bean and demo jobs.

            Together: `baton.redis.uri` and a MySQL or MariaDB in `baton.db.url` make a node of a cluster; neither of them, or
            `jdbc:h2:…` alone, a standalone node. `baton.node.heartbeat-interval` is at most a third of
            `baton.node.heartbeat-timeout`.
            """;

    private SettingsPage() {}

    /** The page {@code docs/settings.md}. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Group group : Group.values()) {
            page.append("\n## ").append(group.title()).append("\n\n");
            page.append("| setting | environment | type | default | legal | meaning |\n|---|---|---|---|---|---|\n");
            KnownSettings.all().stream()
                    .filter(setting -> setting.group() == group)
                    .forEach(setting -> page.append(row(setting)));
        }
        return page.toString();
    }

    private static String row(Setting<?> setting) {
        return String.format(
                Locale.ROOT,
                "| `%s` | `%s` | %s | %s | %s | %s |\n",
                setting.name(),
                setting.environmentName(),
                setting.kind().unit(),
                cell(setting.fallback().shown()),
                cell(setting.kind().range()),
                cell(setting.meaning()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** All settings in chapters, at most {@link #WIDTH} columns wide. */
    public static String help() {
        StringBuilder help = new StringBuilder();
        for (Group group : Group.values()) {
            help.append('\n').append(group.title()).append(":\n");
            KnownSettings.all().stream()
                    .filter(setting -> setting.group() == group)
                    .forEach(setting -> help.append(entry(setting)));
        }
        return help.toString();
    }

    private static String entry(Setting<?> setting) {
        String dashes = setting.environmentOnly() ? "" : "--";
        String facts = setting.meaning() + " Default: " + setting.fallback().shown() + ". Legal: "
                + setting.kind().range() + ".";
        return "  " + dashes + setting.name() + "=<" + setting.kind().unit() + ">\n"
                + FoldedText.of(facts, "      ", WIDTH);
    }
}
