package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nodes}: lists the nodes of the cluster. */
@Command(name = "nodes", description = "List the nodes.", mixinStandardHelpOptions = true)
final class NodesCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    private final Words words;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    NodesCommand(ServerOptions server, Words words) {
        this.server = server;
        this.words = words;
    }

    @Override
    public Integer call() {
        return server.talk(spec, (api, screen) -> {
            JsonNode answer = api.get("/nodes");
            Table table = new Table(
                    "no nodes", "NODE", "ROLE", "STATE", "LOAD", "BUSY", "QUEUED", "IN FLIGHT", "HEARTBEAT", "VERSION");
            answer.path("nodes")
                    .forEach(node -> table.row(
                            Words.text(node, "id"),
                            node.path("master").asBoolean() ? "master" : "slave",
                            state(node),
                            String.format(Locale.ROOT, "%.2f", node.path("load").asDouble()),
                            Words.text(node, "busy") + "/" + Words.text(node, "slots"),
                            Words.text(node, "queueDepth"),
                            Words.text(node, "inFlight"),
                            words.ago(node, "lastHeartbeat"),
                            Words.text(node, "version")));
            return screen.show(table, answer);
        });
    }

    private static String state(JsonNode node) {
        if (!node.path("alive").asBoolean()) {
            return "silent";
        }
        boolean draining =
                node.path("draining").asBoolean() || node.path("drainWanted").asBoolean();
        return draining ? "draining" : "working";
    }
}
