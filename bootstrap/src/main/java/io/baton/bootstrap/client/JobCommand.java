package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code job NAME}: shows a job field by field. */
@Command(name = "job", description = "Show a job.", mixinStandardHelpOptions = true)
final class JobCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "GROUP.NAME")
    private @SuppressWarnings("NullAway.Init") String name;

    JobCommand(ServerOptions server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        return server.talk(spec, (api, screen) -> {
            JsonNode job = api.get("/jobs/" + Api.quoted(name));
            Table table = new Table("", "FIELD", "VALUE");
            job.properties()
                    .forEach(field -> table.row(
                            field.getKey(),
                            field.getValue().isContainerNode()
                                    ? field.getValue().toString()
                                    : Words.text(job, field.getKey())));
            return screen.show(table, job);
        });
    }
}
