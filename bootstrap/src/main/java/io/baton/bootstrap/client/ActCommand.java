package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that does one thing to one thing: {@code pause NAME}, {@code drain NODE}. */
@Command(mixinStandardHelpOptions = true)
final class ActCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    private final Act act;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "Which one.")
    private @SuppressWarnings("NullAway.Init") String subject;

    /**
     * What is asked of the server.
     *
     * @param path with {@code {}} where the subject stands
     * @param words what to say, from the subject and the answer
     */
    record Act(String method, String path, BiFunction<String, JsonNode, String> words) {}

    private ActCommand(ServerOptions server, Act act) {
        this.server = server;
        this.act = act;
    }

    /** Makes the command under its name. */
    static CommandLine named(String name, String description, ServerOptions server, Act act) {
        CommandLine line = new CommandLine(new ActCommand(server, act)).setCommandName(name);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public Integer call() {
        return server.talk(spec, (api, screen) -> {
            JsonNode answer = api.send(act.method(), act.path().replace("{}", Api.quoted(subject)), Api.Content.NONE);
            return screen.say(act.words().apply(subject, answer), answer);
        });
    }
}
