package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code token create|list|revoke}: the tokens of programs, for admins. */
@Command(name = "token", description = "Make, list or revoke tokens of programs.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    private static final String DEFAULT_LABEL = "command-line";

    @Mixin
    private final ServerOptions server;

    private final Words words;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(index = "0", paramLabel = "create|list|revoke", description = "What to do.")
    private @SuppressWarnings("NullAway.Init") String act;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LABEL|ID",
            description = "What it is for, default: " + DEFAULT_LABEL + "; or which one.")
    private String subject = "";

    @Option(names = "--role", paramLabel = "ROLE", description = "viewer (default), operator or admin.")
    private String role = "viewer";

    @Option(names = "--groups", split = ",", paramLabel = "GROUP", description = "Job groups; default: all.")
    private List<String> groups = new ArrayList<>();

    @Option(names = "--days", paramLabel = "N", description = "How long it holds; default: until it is revoked.")
    private int days;

    TokenCommand(ServerOptions server, Words words) {
        this.server = server;
        this.words = words;
    }

    @Override
    public Integer call() {
        return switch (act) {
            case "create" -> create();
            case "list" -> list();
            case "revoke" -> revoke();
            default ->
                throw new ParameterException(
                        spec.commandLine(), "'" + act + "' is unknown; legal is: create, list, revoke");
        };
    }

    private int create() {
        ObjectNode wish = Api.object()
                .put("label", subject.isEmpty() ? DEFAULT_LABEL : subject)
                .put("role", role);
        groups.forEach(wish.withArray("/groups")::add);
        if (days != 0) {
            wish.put("days", days);
        }
        return server.talk(spec, (api, screen) -> {
            JsonNode token = api.send("POST", "/tokens", Api.Content.json(wish));
            return screen.say(Words.text(token, "secret"), token);
        });
    }

    private int list() {
        return server.talk(spec, (api, screen) -> {
            JsonNode answer = api.get("/tokens");
            Table table = new Table("no tokens", "ID", "LABEL", "ROLE", "GROUPS", "MADE BY", "EXPIRES");
            answer.path("tokens").forEach(token -> {
                List<String> names = new ArrayList<>();
                token.path("groups").forEach(group -> names.add(group.asText()));
                table.row(
                        Words.text(token, "id"),
                        Words.text(token, "label"),
                        Words.text(token, "role"),
                        names.isEmpty() ? "all" : String.join(",", names),
                        Words.text(token, "madeBy"),
                        words.time(token, "expiresAt"));
            });
            return screen.show(table, answer);
        });
    }

    private int revoke() {
        if (subject.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "revoke wants the ID of a token");
        }
        return server.talk(spec, (api, screen) -> {
            JsonNode answer = api.send("DELETE", "/tokens/" + Api.quoted(subject), Api.Content.NONE);
            return screen.say(subject + " is revoked", answer);
        });
    }
}
