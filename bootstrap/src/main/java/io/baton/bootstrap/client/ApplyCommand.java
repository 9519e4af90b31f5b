package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.client.Api.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code apply -f FILE}: creates and changes jobs as a job file says. */
@Command(name = "apply", description = "Create and change jobs as a job file says.", mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "YAML or JSON; - is standard input.")
    private @SuppressWarnings("NullAway.Init") String file;

    @Option(names = "--dry-run", description = "Say what would happen, and change nothing.")
    private boolean dryRun;

    @Option(names = "--prune", description = "Delete the jobs that the file does not name.")
    private boolean prune;

    ApplyCommand(ServerOptions server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        String type = file.toLowerCase(Locale.ROOT).endsWith(".json") ? "application/json" : "application/yaml";
        Content content = new Content(type, text());
        return server.talk(spec, (api, screen) -> {
            JsonNode answer = api.send("POST", "/jobs:apply?dryRun=" + dryRun + "&prune=" + prune, content);
            Table table = new Table("the file names no job", "RESULT", "JOB", "WHY");
            boolean refused = false;
            for (JsonNode line : answer.path("jobs")) {
                String result = Words.text(line, "result");
                refused |= result.equals("refused");
                table.row(result, Words.text(line, "name"), Words.text(line, "why"));
            }
            screen.show(table, answer);
            return refused ? ExitCode.REFUSED : ExitCode.DONE;
        });
    }

    private String text() {
        try {
            return file.equals("-")
                    ? new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "-f " + file + ": there is no such file");
        } catch (IOException | InvalidPathException e) {
            throw new ParameterException(
                    spec.commandLine(), "-f " + file + " cannot be read as UTF-8 text: " + e.getMessage());
        }
    }
}
