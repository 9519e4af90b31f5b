package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters}: lists messages that were set aside, replays or deletes one. */
@Command(
        name = "dead-letters",
        description = "List messages that were set aside; replay or delete one.",
        mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Callable<Integer> {
    private static final int MOST = 1000;
    private static final int SHOWN = 60;

    @Mixin
    private final ServerOptions server;

    private final Words words;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "replay|delete", description = "Default: list them.")
    private String act = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Which one.")
    private String id = "";

    DeadLettersCommand(ServerOptions server, Words words) {
        this.server = server;
        this.words = words;
    }

    @Override
    public Integer call() {
        String path = "/dead-letters/" + Api.quoted(id);
        if (!act.isEmpty() && id.isEmpty()) {
            throw new ParameterException(spec.commandLine(), act + " wants the ID of a dead letter");
        }
        return switch (act) {
            case "" -> list();
            case "replay" -> act("POST", path + "/replay");
            case "delete" -> act("DELETE", path);
            default ->
                throw new ParameterException(spec.commandLine(), "'" + act + "' is unknown; legal is: replay, delete");
        };
    }

    private int act(String method, String path) {
        return server.talk(spec, (api, screen) -> {
            JsonNode answer = api.send(method, path, Api.Content.NONE);
            return screen.say(answer.has("task") ? Words.text(answer, "task") : id + " is deleted", answer);
        });
    }

    private int list() {
        return server.talk(spec, (api, screen) -> {
            ArrayNode letters = api.all("/dead-letters?", "deadLetters", MOST);
            Table table = new Table("no dead letters", "ID", "SET ASIDE", "NODE", "REASON", "MESSAGE");
            letters.forEach(letter -> table.row(
                    Words.text(letter, "id"),
                    words.time(letter, "at"),
                    Words.text(letter, "node"),
                    Words.text(letter, "reason"),
                    shortened(Words.text(letter, "raw"))));
            return screen.show(table, Api.object().set("deadLetters", letters));
        });
    }

    private static String shortened(String raw) {
        return raw.length() <= SHOWN ? raw : raw.substring(0, SHOWN) + "…";
    }
}
