package io.baton.bootstrap.client;

import io.baton.bootstrap.cli.Output;
import io.baton.bootstrap.cli.Program;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs client commands as the program does, and keeps what they print. */
final class Shell {
    private final Map<String, String> environment;
    private final List<String> options;

    /** What a command left behind. */
    record Left(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** @param options given with every command */
    Shell(Map<String, String> environment, String... options) {
        this.environment = environment;
        this.options = List.of(options);
    }

    Left run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneId.of("Asia/Shanghai"));
        Program program = new Program(
                settings -> 77, () -> ClientCommands.all(environment, clock), new Output(stream(out), stream(err)));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(options);
        int code = program.run(all);
        return new Left(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
