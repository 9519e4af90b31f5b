package io.baton.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import io.baton.bootstrap.text.PrintableText;
import io.baton.bootstrap.text.SecretMask;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One line for people: time, level, thread, the class's short name, message, and the error if there is one.
 *
 * <p>What came from outside cannot begin a line of its own or move the cursor: control characters are escaped.
 */
final class TextLayout extends LayoutBase<ILoggingEvent> {
    private final DateTimeFormatter time;
    private final LogWords words;

    TextLayout(ZoneId zone, SecretMask mask) {
        this.words = new LogWords(mask);
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(zone);
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        line.append(time.format(Instant.ofEpochMilli(event.getTimeStamp())));
        line.append(String.format(" %-5s", event.getLevel()));
        line.append(" [").append(PrintableText.of(event.getThreadName())).append("] ");
        line.append(shortName(event.getLoggerName())).append(" - ");
        line.append(PrintableText.of(words.message(event.getFormattedMessage())));
        IThrowableProxy error = event.getThrowableProxy();
        if (error != null) {
            line.append(" | ").append(PrintableText.of(words.error(error, " | ")));
        }
        return line.append('\n').toString();
    }

    private static String shortName(String logger) {
        return PrintableText.of(logger.substring(logger.lastIndexOf('.') + 1));
    }
}
