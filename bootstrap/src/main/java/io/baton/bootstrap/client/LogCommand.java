package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.bootstrap.cli.ExitCode;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code log TASK [-f]}: prints what a task said; with {@code -f} goes on until it has ended. */
@Command(name = "log", description = "Print what a task said.", mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
    private static final long BETWEEN_LOOKS_MILLIS = 500;
    /** 4 looks: the last lines come a moment after the end. */
    private static final int AFTER_THE_END = 4;

    @Mixin
    private final ServerOptions server;

    private final Words words;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TASK", description = "Its id, as runs and run print it.")
    private @SuppressWarnings("NullAway.Init") String task;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the task has ended.")
    private boolean follow;

    LogCommand(ServerOptions server, Words words) {
        this.server = server;
        this.words = words;
    }

    @Override
    public Integer call() {
        return server.talk(spec, (api, screen) -> {
            String after = print(api, screen, "0-0");
            int quiet = 0;
            while (follow && quiet < AFTER_THE_END && pause()) {
                boolean ended = api.get(path()).path("state").asText().equals("DONE");
                String next = print(api, screen, after);
                quiet = ended && next.equals(after) ? quiet + 1 : 0;
                after = next;
            }
            return ExitCode.DONE;
        });
    }

    private String path() {
        return "/runs/" + Api.quoted(task);
    }

    /** @return where the next look begins */
    private String print(Api api, Screen screen, String after) {
        JsonNode page = api.get(path() + "/log?after=" + after);
        for (JsonNode line : page.path("lines")) {
            screen.say(words.time(line, "at") + " " + Words.text(line, "level") + " " + Words.text(line, "text"), line);
        }
        String next = page.path("after").asText(after);
        return next.equals(after) ? after : print(api, screen, next);
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
