package io.baton.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.baton.bootstrap.settings.LogFormat;
import io.baton.bootstrap.settings.LogLevel;
import io.baton.bootstrap.settings.LogSettings;
import io.baton.bootstrap.text.SecretMask;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends the log of the whole program to stdout, in UTF-8.
 *
 * <p>{@link System.Logger} ends in {@code java.util.logging} here, and that is bridged, like what libraries write there.
 */
public final class LogSetup {
    /** Libraries that tell at INFO what only their authors need. */
    private static final List<String> NOISY = List.of(
            "com.zaxxer.hikari",
            "org.flywaydb",
            "org.quartz",
            "io.lettuce",
            "io.netty",
            "reactor",
            "org.eclipse.jetty",
            "io.javalin",
            "org.jooq",
            "org.springframework",
            "com.mysql");

    /** That the node is ready, and the link for the first user, are said at any level. */
    private static final List<String> ALWAYS_SAID =
            List.of("io.baton.bootstrap.node.NodeAssembly", "io.baton.bootstrap.access.FirstStart");

    /** Held: the JDK forgets a logger that nobody holds, and its level with it. */
    private static final List<java.util.logging.Logger> KEPT =
            ALWAYS_SAID.stream().map(java.util.logging.Logger::getLogger).toList();

    private LogSetup() {}

    /** Shows warnings only, until the settings are known: a library that reads an address logs already. */
    public static void hush() {
        if (System.getProperty("logback.configurationFile") == null
                && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
    }

    /**
     * Sets it up; it shows none of the mask's secrets. Leaves everything as it is if the operator named a file of his own with {@code -Dlogback.configurationFile}.
     */
    public static void start(LogSettings settings, SecretMask mask) {
        bridge(settings.level());
        if (System.getProperty("logback.configurationFile") == null
                && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            configure(context, settings, mask);
        }
    }

    private static void configure(LoggerContext context, LogSettings settings, SecretMask mask) {
        context.reset();
        Level level = Level.toLevel(settings.level().name());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        root.addAppender(stdout(context, settings.format(), mask));
        Level quiet = level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN;
        NOISY.forEach(name -> context.getLogger(name).setLevel(quiet));
        if (level.isGreaterOrEqual(Level.INFO)) {
            ALWAYS_SAID.forEach(name -> context.getLogger(name).setLevel(Level.INFO));
        }
        // It takes MariaDB's "5.5.5-" before its version for the version; which servers serve is this node's own check.
        context.getLogger("org.jooq.impl.DefaultExecuteContext.logVersionSupport")
                .setLevel(Level.ERROR);
    }

    private static ConsoleAppender<ILoggingEvent> stdout(LoggerContext context, LogFormat format, SecretMask mask) {
        Layout<ILoggingEvent> layout = switch (format) {
            case TEXT -> new TextLayout(ZoneId.systemDefault(), mask);
            case JSON -> new JsonLayout(mask);
        };
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("stdout");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    private static void bridge(LogLevel level) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        java.util.logging.Logger.getLogger("").setLevel(julLevel(level));
        if (julLevel(level).intValue() > java.util.logging.Level.INFO.intValue()) {
            KEPT.forEach(logger -> logger.setLevel(java.util.logging.Level.INFO));
        }
    }

    private static java.util.logging.Level julLevel(LogLevel level) {
        return switch (level) {
            case TRACE -> java.util.logging.Level.FINEST;
            case DEBUG -> java.util.logging.Level.FINE;
            case INFO -> java.util.logging.Level.INFO;
            case WARN -> java.util.logging.Level.WARNING;
            case ERROR -> java.util.logging.Level.SEVERE;
        };
    }
}
