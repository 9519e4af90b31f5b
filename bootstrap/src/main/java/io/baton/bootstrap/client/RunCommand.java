package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.client.Api.Content;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run NAME}: runs a job now. */
@Command(name = "run", description = "Run a job now.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** 300 ms: soon for a person, little for a server. */
    private static final long BETWEEN_LOOKS_MILLIS = 300;

    @Mixin
    private final ServerOptions server;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "GROUP.NAME")
    private @SuppressWarnings("NullAway.Init") String name;

    @Option(names = "--data", paramLabel = "JSON", description = "In place of the job's own data.")
    private @Nullable String data;

    @Option(names = "--request-id", paramLabel = "ID", description = "Asked again with the same id, the job runs once.")
    private @Nullable String requestId;

    @Option(names = "--wait", description = "Wait for the end; exit 3 unless it SUCCEEDED.")
    private boolean wait;

    RunCommand(ServerOptions server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        Content content = Content.json(body());
        return server.talk(spec, (api, screen) -> {
            JsonNode answer = api.send("POST", "/jobs/" + Api.quoted(name) + "/run", content);
            String task = Words.text(answer, "task");
            if (!wait) {
                return screen.say(task, answer);
            }
            if (!screen.json()) {
                screen.say(task, answer);
            }
            return ended(api, screen, task);
        });
    }

    private ObjectNode body() {
        ObjectNode body = Api.object();
        try {
            if (data != null) {
                body.set("data", Api.read(data));
            }
        } catch (IllegalArgumentException noJson) {
            throw new ParameterException(spec.commandLine(), "--data is no JSON: " + noJson.getMessage());
        }
        if (requestId != null) {
            body.put("requestId", requestId);
        }
        return body;
    }

    private static int ended(Api api, Screen screen, String task) {
        JsonNode run = api.get("/runs/" + Api.quoted(task));
        while (!Words.text(run, "state").equals("DONE")) {
            pause();
            run = api.get("/runs/" + Api.quoted(task));
        }
        String outcome = Words.text(run, "outcome");
        String reason = Words.text(run, "reason");
        String error = Words.text(run, "error").lines().findFirst().orElse("");
        screen.say(outcome + (reason.isEmpty() ? "" : "(" + reason + ")") + (error.isEmpty() ? "" : ": " + error), run);
        return outcome.equals("SUCCEEDED") ? ExitCode.DONE : ExitCode.NOT_STARTED;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReachedException("interrupted while waiting; the task goes on", e);
        }
    }
}
