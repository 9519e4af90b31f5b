package io.baton.bootstrap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.bootstrap.cli.Output;
import io.baton.bootstrap.cli.Program;
import io.baton.bootstrap.client.ClientCommands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands of the jar, in this JVM, against a node. */
record Client(String server) {

    /** @return what the command printed; it must have ended well */
    String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of("BATON_TOKEN", NodeJar.TOKEN);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--server=" + server);
        int code = new Program(
                        settings -> 0,
                        () -> ClientCommands.all(environment, Clock.systemUTC()),
                        new Output(stream, stream))
                .run(all);
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Applies a job file of these jobs, each a line of YAML's flow style. */
    void apply(Path folder, String... jobs) {
        StringBuilder file = new StringBuilder("jobs:\n");
        for (String job : jobs) {
            file.append("  - ").append(job).append('\n');
        }
        try {
            run(
                    "apply",
                    "-f",
                    Files.writeString(folder.resolve("jobs.yaml"), file).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tasks of a job, newest first. */
    List<JsonNode> runs(String job) {
        try {
            List<JsonNode> runs = new ArrayList<>();
            new ObjectMapper()
                    .readTree(run("runs", "--job=" + job, "--json"))
                    .get("runs")
                    .forEach(runs::add);
            return runs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
