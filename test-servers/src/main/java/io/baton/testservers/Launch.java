package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * How to start a server process.
 *
 * @param name what messages call it
 * @param folder its own folder: working directory, data and log; deleted when the server is closed
 * @param command program and arguments
 * @param probe asks whether the server answers
 */
record Launch(String name, Path folder, List<String> command, Probe probe) {
    Launch {
        command = List.copyOf(command);
    }

    /**
     * Asks whether the server answers, and is the one that runs as process {@code pid}, not another one that took its port;
     * an exception means that it does not answer yet.
     */
    interface Probe {
        boolean answers(long pid) throws IOException, SQLException;
    }

    /** The file that takes what the server prints. */
    ServerLog log() {
        return new ServerLog(folder.resolve("server.log"));
    }

    /** Starts the process under the watchdog's eye, without waiting for it to answer. */
    Process spawn() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().append());
        builder.environment().put("LC_ALL", "C"); // messages in English: ServerLog looks for one
        try {
            Process process = builder.start();
            Watchdog.watch(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be run: " + command, e);
        }
    }
}
