package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jobs}: lists all jobs. */
@Command(name = "jobs", description = "List the jobs.", mixinStandardHelpOptions = true)
final class JobsCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    private final Words words;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    JobsCommand(ServerOptions server, Words words) {
        this.server = server;
        this.words = words;
    }

    @Override
    public Integer call() {
        return server.talk(spec, (api, screen) -> {
            ArrayNode jobs = api.all("/jobs?", "jobs", Integer.MAX_VALUE);
            Table table = new Table("no jobs", "NAME", "SCHEDULE", "NEXT DUE", "TARGET", "TITLE");
            jobs.forEach(job -> table.row(
                    Words.text(job, "name"),
                    Words.schedule(job.path("schedule")),
                    next(job),
                    Words.text(job, "target"),
                    Words.text(job, "title")));
            return screen.show(table, Api.object().set("jobs", jobs));
        });
    }

    private String next(JsonNode job) {
        return job.path("enabled").asBoolean(true) ? words.time(job, "nextDue") : "paused";
    }
}
