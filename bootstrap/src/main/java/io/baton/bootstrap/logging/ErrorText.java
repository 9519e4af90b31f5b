package io.baton.bootstrap.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/** An error with its causes and the places that it came by, as one text of bounded length. */
final class ErrorText {
    /** 16 Ki characters a message, so that no message fills the log. */
    private static final int LONGEST_MESSAGE = 16_384;
    /** Forty frames reach from a driver through the pool to the use case that called. */
    private static final int MOST_FRAMES = 40;
    /** Causes may be circular. */
    private static final int MOST_CAUSES = 10;

    private ErrorText() {}

    static String of(IThrowableProxy error, String separator) {
        StringBuilder text = new StringBuilder();
        @Nullable IThrowableProxy next = error;
        for (int depth = 0; next != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "" : separator + "caused by ");
            append(text, next, separator);
            next = next.getCause();
        }
        return text.toString();
    }

    static String cut(@Nullable String message) {
        if (message == null) {
            return "null";
        }
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static void append(StringBuilder text, IThrowableProxy error, String separator) {
        text.append(error.getClassName());
        if (error.getMessage() != null) {
            text.append(": ").append(cut(error.getMessage()));
        }
        StackTraceElementProxy[] frames = error.getStackTraceElementProxyArray();
        int own = frames.length - error.getCommonFrames();
        for (int i = 0; i < Math.min(own, MOST_FRAMES); i++) {
            text.append(separator).append(frames[i].getSTEAsString());
        }
        if (own > MOST_FRAMES) {
            text.append(separator).append(own - MOST_FRAMES).append(" more");
        }
    }
}
