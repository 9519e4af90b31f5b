package io.baton.bootstrap.cli;

import io.baton.bootstrap.logging.LogSetup;
import io.baton.bootstrap.settings.Host;
import io.baton.bootstrap.settings.LoadedSettings;
import io.baton.bootstrap.settings.Mistake;
import io.baton.bootstrap.settings.NodeSettings;
import io.baton.bootstrap.settings.SettingsInput;
import io.baton.bootstrap.settings.SettingsLoader;
import io.baton.bootstrap.text.NearestName;
import io.baton.bootstrap.text.PrintableText;
import io.baton.bootstrap.text.SecretMask;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The program behind the command line: {@code node}, which is also what runs without a command, and the commands that
 * were registered with it.
 */
public final class Program {
    private static final String NODE = "node";

    private final NodeRunner node;
    private final Supplier<List<Object>> commands;
    private final Output output;

    /**
     * @param commands makes objects annotated as picocli commands, in the order in which the help shows them; not asked
     *     if a node is to run
     */
    public Program(NodeRunner node, Supplier<List<Object>> commands, Output output) {
        this.node = node;
        this.commands = commands;
        this.output = output;
    }

    /** Runs the command and returns the exit code. */
    public int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return node(arguments);
        }
        String first = arguments.get(0);
        if (first.equals("help") || first.equals("-h") || first.equals("--help")) {
            return help();
        }
        if (first.equals("-V") || first.equals("--version")) {
            output.out().println(Version.line());
            return ExitCode.DONE;
        }
        if (first.startsWith("-")) {
            return node(arguments);
        }
        return first.equals(NODE) ? node(rest(arguments)) : client(arguments);
    }

    private int node(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return help();
        }
        LogSetup.hush();
        SettingsInput input = SettingsInput.ofProcess(arguments);
        LoadedSettings loaded = new SettingsLoader(Host.current(input.environment())).load(input);
        return loaded.fold(this::start, this::refuse);
    }

    private int start(NodeSettings settings) {
        LogSetup.start(settings.log(), SecretMask.knowing(settings.secrets()));
        return node.run(settings);
    }

    private int refuse(List<Mistake> mistakes) {
        mistakes.forEach(mistake -> output.err().println(mistake.line()));
        return ExitCode.MISUSE;
    }

    private int help() {
        output.out().print(new HelpPage(commandLine()).text());
        return ExitCode.DONE;
    }

    private int client(List<String> arguments) {
        CommandLine commandLine = commandLine();
        if (!commandLine.getSubcommands().containsKey(arguments.get(0))) {
            TreeSet<String> known = new TreeSet<>(commandLine.getSubcommands().keySet());
            known.add(NODE);
            String line = "unknown command '" + arguments.get(0) + "'" + NearestName.question(arguments.get(0), known)
                    + " (--help lists all)";
            output.err().println(PrintableText.of(line));
            return ExitCode.MISUSE;
        }
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        CommandLine line = new CommandLine(new Root());
        commands.get().forEach(line::addSubcommand);
        return line.setUsageHelpWidth(HelpPage.WIDTH)
                .setExpandAtFiles(false)
                .setOut(writer(output.out()))
                .setErr(writer(output.err()))
                .setParameterExceptionHandler(this::misused)
                .setExecutionExceptionHandler((failure, failed, parsed) -> failed(failure));
    }

    private int misused(ParameterException misuse, String[] arguments) {
        String name = misuse.getCommandLine().getCommandName();
        String line = name + ": " + misuse.getMessage() + " (" + name + " --help tells more)";
        output.err().println(PrintableText.of(line));
        return ExitCode.MISUSE;
    }

    private int failed(Exception failure) {
        String message = failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
        output.err().println(PrintableText.of(message));
        return ExitCode.REFUSED;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static List<String> rest(List<String> arguments) {
        return new ArrayList<>(arguments.subList(1, arguments.size()));
    }

    @Command(name = "baton")
    private static final class Root {}
}
