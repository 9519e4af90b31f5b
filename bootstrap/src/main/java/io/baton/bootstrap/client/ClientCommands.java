package io.baton.bootstrap.client;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The commands with which the program asks a running node. */
public final class ClientCommands {
    private ClientCommands() {}

    /**
     * Makes the commands, in the order in which the help shows them.
     *
     * @param environment where the token is looked for
     * @param clock by which "2h ago" is told; its zone is the one in which times are printed
     */
    public static List<Object> all(Map<String, String> environment, Clock clock) {
        Supplier<ServerOptions> server = () -> new ServerOptions(environment);
        Words words = new Words(clock);
        List<Object> commands = new ArrayList<>(List.of(
                new ApplyCommand(server.get()),
                new ExportCommand(server.get()),
                new JobsCommand(server.get(), words),
                new JobCommand(server.get()),
                new RunCommand(server.get())));
        commands.addAll(Acts.all(server));
        commands.addAll(List.of(
                new RunsCommand(server.get(), clock),
                new LogCommand(server.get(), words),
                new NodesCommand(server.get(), words),
                new ReconcileCommand(server.get()),
                new DeadLettersCommand(server.get(), words),
                new TokenCommand(server.get(), words)));
        return List.copyOf(commands);
    }
}
