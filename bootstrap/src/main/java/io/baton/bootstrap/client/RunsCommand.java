package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.baton.bootstrap.settings.DurationText;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code runs}: lists tasks, newest first. */
@Command(name = "runs", description = "List runs, newest first.", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    @Mixin
    private final ServerOptions server;

    private final Clock clock;
    private final Words words;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Option(names = "--job", paramLabel = "NAME", description = "Of this job.")
    private String job = "";

    @Option(names = "--outcome", paramLabel = "OUTCOME", description = "Such as FAILED.")
    private String outcome = "";

    @Option(names = "--node", paramLabel = "NODE", description = "Of this node.")
    private String node = "";

    @Option(names = "--since", paramLabel = "TIME", description = "Such as 2h, or 2027-01-01T00:00:00Z.")
    private String since = "";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1..10000. Default: 50.")
    private int limit = 50;

    RunsCommand(ServerOptions server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.words = new Words(clock);
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--limit=" + limit + " is out of range; legal is: 1..10000");
        }
        String filters = "/runs?job=" + Api.quoted(job) + "&outcome=" + Api.quoted(outcome) + "&node="
                + Api.quoted(node) + "&since=" + Api.quoted(since());
        return server.talk(spec, (api, screen) -> {
            ArrayNode runs = api.all(filters, "runs", limit);
            Table table = new Table("no runs", "TASK", "OUTCOME", "NODE", "SCHEDULED", "TOOK", "ATTEMPT");
            runs.forEach(run -> table.row(
                    Words.text(run, "task"),
                    outcome(run),
                    Words.text(run, "node"),
                    words.time(run, "scheduledAt"),
                    Words.took(run, "startedAt", "finishedAt"),
                    Words.text(run, "attempt")));
            return screen.show(table, Api.object().set("runs", runs));
        });
    }

    /** A length of time means so long ago; anything else is the server's to read. */
    private String since() {
        try {
            return clock.instant().minus(DurationText.parse(since)).toString();
        } catch (IllegalArgumentException noDuration) {
            return since;
        }
    }

    /** The outcome with its reason, or the state while there is none. */
    private static String outcome(JsonNode run) {
        String outcome = Words.text(run, "outcome");
        String reason = Words.text(run, "reason");
        if (outcome.isEmpty()) {
            return Words.text(run, "state").toLowerCase(java.util.Locale.ROOT);
        }
        return reason.isEmpty() ? outcome : outcome + "(" + reason + ")";
    }
}
