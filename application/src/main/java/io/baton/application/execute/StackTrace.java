package io.baton.application.execute;

import io.baton.domain.task.Ending;
import java.io.PrintWriter;
import java.io.Writer;

/** The stack trace of what a task threw, as text. A task may throw anything, also what cannot be printed. */
final class StackTrace extends Writer {
    /** 256 Ki characters: what is read of a trace at most. */
    private static final int MOST = 262_144;
    /** 5,000 characters of a long trace's beginning are kept; the rest goes to its end, where the first cause stands. */
    private static final int HEAD = 5000;

    private static final String LEFT_OUT = "\n…\n";

    private final StringBuilder text = new StringBuilder();

    private StackTrace() {}

    /** At most {@link Ending#LONGEST_ERROR} characters: the whole, or its beginning and its end. */
    static String of(Throwable thrown) {
        StackTrace trace = new StackTrace();
        try {
            thrown.printStackTrace(new PrintWriter(trace));
        } catch (Throwable e) { // its own code runs in there, and a chain of very many causes overflows the stack
            trace.put("\n" + thrown.getClass().getName() + ": the rest cannot be written, for "
                    + e.getClass().getName());
        }
        return shortened(trace.text.toString().strip());
    }

    private static String shortened(String whole) {
        if (whole.length() <= Ending.LONGEST_ERROR) {
            return whole;
        }
        int tail = Ending.LONGEST_ERROR - HEAD - LEFT_OUT.length();
        return whole.substring(0, HEAD) + LEFT_OUT + whole.substring(whole.length() - tail);
    }

    private void put(String more) {
        text.append(more, 0, Math.min(more.length(), MOST - text.length()));
    }

    @Override
    public void write(char[] from, int start, int length) {
        put(new String(from, start, Math.min(length, MOST - text.length())));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
