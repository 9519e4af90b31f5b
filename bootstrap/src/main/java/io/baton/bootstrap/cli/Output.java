package io.baton.bootstrap.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the program prints: results to the one, complaints to the other. */
public record Output(PrintStream out, PrintStream err) {
    /** Makes the process's own streams speak UTF-8, whatever the locale says, and returns them. */
    public static Output utf8() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        return new Output(out, err);
    }
}
