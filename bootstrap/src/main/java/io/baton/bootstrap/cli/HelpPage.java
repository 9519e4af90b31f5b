package io.baton.bootstrap.cli;

import io.baton.bootstrap.settings.SettingsPage;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** What {@code --help} prints. */
final class HelpPage {
    static final int WIDTH = SettingsPage.WIDTH;

    private static final String HEAD = """
            Baton runs jobs at their times, on one node or on many.

            Usage: java -jar baton-node.jar [node] [--baton.…=VALUE …] [--config=FILE] [--demo]
                   java -jar baton-node.jar COMMAND [ARGUMENTS] (COMMAND --help tells more)

            Alone on a machine:     java -jar baton-node.jar --demo
            As one of a cluster:    java -jar baton-node.jar --baton.redis.uri=redis://redis:6379
                                        --baton.db.url=jdbc:mysql://db:3306/baton
                                        --baton.db.user=baton --baton.db.password=file:/run/secrets/db

            Commands:
              node          Run a node (the default).
            """;

    private static final String SOURCES = """

            Options of the node:
              --config=FILE   Read settings from a file (YAML or .properties).
              --demo          Bring a demo bean and demo jobs that do visible work.
              --help, --version

            Settings of the node, in order of precedence: command line (--baton.node.slots=8), system property
            (-Dbaton.node.slots=8), environment (BATON_NODE_SLOTS=8), config file, default. A value file:PATH
            is read from that file. Durations: 500ms, 30s, 5m, 2h, 1d, or ISO-8601 (PT30S).
            """;

    private static final String EXIT = """

            Exit codes: 0 done; 1 the server said no; 2 misuse or a wrong setting; 3 the node could not start,
            or the run waited for did not succeed; 4 the server was not reached.
            """;

    private final CommandLine commandLine;

    HelpPage(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    String text() {
        String commands = commandLine.getSubcommands().entrySet().stream()
                .map(HelpPage::line)
                .collect(Collectors.joining());
        return HEAD + commands + SOURCES + SettingsPage.help() + EXIT;
    }

    private static String line(Map.Entry<String, CommandLine> command) {
        String[] description =
                command.getValue().getCommandSpec().usageMessage().description();
        String first = Arrays.stream(description).findFirst().orElse("");
        return String.format("  %-13s %s\n", command.getKey(), first);
    }
}
