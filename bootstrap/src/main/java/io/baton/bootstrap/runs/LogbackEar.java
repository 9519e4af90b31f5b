package io.baton.bootstrap.runs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.baton.bootstrap.text.SecretMask;
import io.baton.domain.log.LogLevel;
import org.slf4j.LoggerFactory;

/** Hears what is logged on the threads of runs, and passes it to their runs' logs. */
final class LogbackEar extends AppenderBase<ILoggingEvent> {
    static final String NAME = "baton-runs";
    /** Where lines of a run's context are echoed: they are in the run's log already. */
    private static final String ECHO = "baton.task";

    /** Listens to the program's log from now on; once is enough. */
    static void listen() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            if (root.getAppender(NAME) == null) {
                LogbackEar ear = new LogbackEar();
                ear.setName(NAME);
                ear.setContext(context);
                ear.start();
                root.addAppender(ear);
            }
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLoggerName().equals(ECHO)) {
            CurrentRun.get().ifPresent(run -> run.say(level(event.getLevel()), text(event)));
        }
    }

    private static String text(ILoggingEvent event) {
        String message = String.valueOf(event.getFormattedMessage());
        return SecretMask.PLACES.of(
                event.getThrowableProxy() == null
                        ? message
                        : message + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    private static LogLevel level(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> LogLevel.ERROR;
            case Level.WARN_INT -> LogLevel.WARN;
            case Level.DEBUG_INT -> LogLevel.DEBUG;
            case Level.TRACE_INT -> LogLevel.TRACE;
            default -> LogLevel.INFO;
        };
    }
}
