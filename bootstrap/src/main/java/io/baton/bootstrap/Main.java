package io.baton.bootstrap;

import io.baton.bootstrap.cli.Output;
import io.baton.bootstrap.cli.PreviewCommand;
import io.baton.bootstrap.cli.Program;
import io.baton.bootstrap.cli.VersionCommand;
import io.baton.bootstrap.client.ClientCommands;
import io.baton.bootstrap.command.CommandNode;
import io.baton.bootstrap.node.Alterations;
import io.baton.quartz.QuartzCronParser;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The program's entry: names its commands and leaves with their exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Output output = Output.utf8();
        System.exit(new Program(new CommandNode(Alterations.NONE), Main::commands, output).run(List.of(arguments)));
    }

    private static List<Object> commands() {
        List<Object> commands = new ArrayList<>();
        commands.add(new PreviewCommand(new QuartzCronParser(), Clock.systemUTC()));
        commands.add(new VersionCommand());
        commands.addAll(ClientCommands.all(System.getenv(), Clock.system(ZoneId.systemDefault())));
        return commands;
    }
}
