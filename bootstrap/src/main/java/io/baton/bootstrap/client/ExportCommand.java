package io.baton.bootstrap.client;

import io.baton.bootstrap.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code export}: prints all jobs as a job file. */
@Command(
        name = "export",
        description = "Print all jobs as a job file (YAML, or JSON with --json).",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    ExportCommand(ServerOptions server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        return server.talk(spec, (api, screen) -> {
            String type = screen.json() ? "application/json" : "application/yaml";
            screen.out().println(api.get("/jobs:export", type).stripTrailing());
            return ExitCode.DONE;
        });
    }
}
