package io.baton.resilience.checker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Checks history files again: {@code CheckHistory FILE...}; ends with 1 if a rule is broken. Writes FILE.html beside each. */
public final class CheckHistory {
    private CheckHistory() {}

    public static void main(String[] files) throws IOException {
        System.exit(check(System.out, files) ? 0 : 1);
    }

    /** @return whether all rules held in all files */
    static boolean check(PrintStream out, String... files) throws IOException {
        boolean held = true;
        for (String name : files) {
            History history = HistoryFile.read(Path.of(name));
            Verdict verdict = Checker.check(history);
            out.println(verdict.words());
            TimeLine.write(Path.of(name + ".html"), history, verdict);
            held &= verdict.holds();
        }
        return held;
    }
}
