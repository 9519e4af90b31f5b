package io.baton.testservers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that takes what a server prints. */
record ServerLog(Path file) {
    /** So many lines are in the text of a failure: what MariaDB prints after the cause fits in. */
    private static final int LAST_LINES = 30;

    Redirect append() {
        return Redirect.appendTo(file.toFile());
    }

    /** Its length in bytes; what comes later belongs to a later start. */
    long size() {
        return file.toFile().length();
    }

    /** The failure {@code what}, with the last lines that were printed since the log had the size {@code mark}. */
    ServerFailedException failure(String what, long mark) {
        String printed = since(mark);
        if (printed.contains("Address already in use")) {
            return new PortTakenException(what + ": its port is in use");
        }
        List<String> lines = printed.lines().toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new ServerFailedException(what + ". Its log ends with:\n  " + String.join("\n  ", last), null);
    }

    private String since(long mark) {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = (int) Math.min(mark, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(cannot be read: " + e + ")";
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
