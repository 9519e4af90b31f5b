package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.bootstrap.client.ActCommand.Act;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands that do one thing to one thing. */
final class Acts {
    private Acts() {}

    /** @param server makes the options of one command */
    static List<CommandLine> all(Supplier<ServerOptions> server) {
        return List.of(
                ActCommand.named("cancel", "End a task.", server.get(), post("/runs/{}/cancel", Acts::cancelled)),
                ActCommand.named("pause", "Fire a job no more.", server.get(), post("/jobs/{}/pause", " is paused")),
                ActCommand.named("resume", "Fire a job again.", server.get(), post("/jobs/{}/resume", " fires again")),
                ActCommand.named(
                        "delete",
                        "Delete a job.",
                        server.get(),
                        new Act("DELETE", "/jobs/{}", (name, answer) -> name + " is deleted")),
                ActCommand.named(
                        "drain",
                        "Let a node take no more work.",
                        server.get(),
                        post("/nodes/{}/drain", " will take no more work")),
                ActCommand.named(
                        "undrain",
                        "Let a node take work again.",
                        server.get(),
                        post("/nodes/{}/undrain", " will take work again")));
    }

    private static Act post(String path, String words) {
        return post(path, (name, answer) -> name + words);
    }

    private static Act post(String path, BiFunction<String, JsonNode, String> words) {
        return new Act("POST", path, words);
    }

    private static String cancelled(String task, JsonNode answer) {
        return Words.text(answer, "result").equals("cancelled")
                ? task + " is cancelled"
                : task + " runs and is asked to end";
    }
}
