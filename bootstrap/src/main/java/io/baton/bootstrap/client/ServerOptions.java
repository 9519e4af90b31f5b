package io.baton.bootstrap.client;

import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.text.PrintableText;
import io.baton.bootstrap.tls.Certificates;
import io.baton.bootstrap.tls.PemException;
import io.baton.bootstrap.tls.Trust;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that every client command has: which server, with which token, and how to print. */
final class ServerOptions {
    private static final String HERE = "http://127.0.0.1:8080";

    private final Map<String, String> environment;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Any node. Default: BATON_SERVER of the environment, else " + HERE + ".")
    private @Nullable String server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Default: BATON_TOKEN, else BATON_API_TOKEN, of the environment.")
    private @Nullable String token;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Trust servers of the authorities in this PEM file, and no others. Default: BATON_CA of the"
                    + " environment, else whom the JVM trusts.")
    private @Nullable String authorities;

    @Option(names = "--json", description = "Print JSON as the server gave it.")
    private boolean json;

    ServerOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** What a command says to the server, and prints of its answer. */
    @FunctionalInterface
    interface Talk {
        /** @return the exit code */
        int with(Api api, Screen screen);
    }

    /** Talks to the server, and turns what stands in the way into one line and an exit code. */
    int talk(CommandSpec spec, Talk talk) {
        Api api = new Api(address(spec), token(), trust(spec));
        try {
            return talk.with(api, new Screen(spec.commandLine().getOut(), json));
        } catch (SaidNoException e) {
            return complain(spec, e, ExitCode.REFUSED);
        } catch (NotReachedException e) {
            return complain(spec, e, ExitCode.NOT_REACHED);
        }
    }

    private static int complain(CommandSpec spec, RuntimeException why, int code) {
        spec.commandLine().getErr().println(PrintableText.of(String.valueOf(why.getMessage())));
        return code;
    }

    private URI address(CommandSpec spec) {
        String given = Optional.ofNullable(server)
                .or(() -> environment("BATON_SERVER"))
                .orElse(HERE);
        String trimmed = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        try {
            URI uri = URI.create(trimmed);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException noUri) {
            // Refused below, with what is legal.
        }
        throw new ParameterException(
                spec.commandLine(), "--server=" + given + " is no address; legal is: such as " + HERE);
    }

    private Optional<SSLContext> trust(CommandSpec spec) {
        return Optional.ofNullable(authorities)
                .or(() -> environment("BATON_CA"))
                .filter(file -> !file.isEmpty())
                .map(file -> trust(file, spec));
    }

    private static SSLContext trust(String file, CommandSpec spec) {
        try {
            return Trust.in(Certificates.read(Path.of(file)));
        } catch (PemException | InvalidPathException unfit) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--ca=" + file + ": " + unfit.getMessage()
                            + "; legal is: the path of a PEM file with one or more CERTIFICATE blocks",
                    unfit);
        }
    }

    private Optional<String> token() {
        return Optional.ofNullable(token)
                .or(() -> environment("BATON_TOKEN"))
                .or(() -> environment("BATON_API_TOKEN"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** A blank variable counts as not there. */
    private Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }
}
