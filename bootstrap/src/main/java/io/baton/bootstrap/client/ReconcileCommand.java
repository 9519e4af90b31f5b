package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code reconcile}: lets every node arm what the store says. */
@Command(
        name = "reconcile",
        description = "Let every node arm what the store says; tell what was put right.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    ReconcileCommand(ServerOptions server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        return server.talk(spec, (api, screen) -> {
            JsonNode answer = api.send("POST", "/reconcile", Api.Content.NONE);
            Table table = new Table("no nodes", "NODE", "ANSWERED", "REMOVED", "CREATED", "UPDATED", "FAILED");
            answer.path("nodes")
                    .forEach(node -> table.row(
                            Words.text(node, "node"),
                            node.path("answered").asBoolean() ? "yes" : "no",
                            Words.text(node, "removed"),
                            Words.text(node, "created"),
                            Words.text(node, "updated"),
                            Words.text(node, "failed")));
            return screen.show(table, answer);
        });
    }
}
