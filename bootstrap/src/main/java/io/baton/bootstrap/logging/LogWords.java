package io.baton.bootstrap.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.baton.bootstrap.text.SecretMask;
import org.jspecify.annotations.Nullable;

/** Messages without secrets, and errors with their causes and the places that they came by, as texts of bounded length. */
final class LogWords {
    /** 16 Ki characters a message, so that no message fills the log. */
    private static final int LONGEST_MESSAGE = 16_384;
    /** Forty frames reach from a driver through the pool to the use case that called. */
    private static final int MOST_FRAMES = 40;
    /** Causes may be circular. */
    private static final int MOST_CAUSES = 10;

    private final SecretMask mask;

    LogWords(SecretMask mask) {
        this.mask = mask;
    }

    String error(IThrowableProxy error, String separator) {
        StringBuilder text = new StringBuilder();
        @Nullable IThrowableProxy next = error;
        for (int depth = 0; next != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "" : separator + "caused by ");
            append(text, next, separator);
            next = next.getCause();
        }
        return text.toString();
    }

    /** Masked before it is cut: of a secret that the cut goes through nothing is seen. */
    String message(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        String message = mask.of(text);
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }

    private void append(StringBuilder text, IThrowableProxy error, String separator) {
        text.append(error.getClassName());
        if (error.getMessage() != null) {
            text.append(": ").append(message(error.getMessage()));
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
