package io.baton.bootstrap.cli;

import java.util.List;
import org.slf4j.LoggerFactory;

/** A program for a JVM of its own, whose node logs in three ways and ends. */
public final class LoggingProgram {
    private LoggingProgram() {}

    public static void main(String[] arguments) {
        Output output = Output.utf8();
        Program program = new Program(
                settings -> {
                    LoggerFactory.getLogger("io.baton.Slf4j").info("slf4j 打个招呼");
                    System.getLogger("io.baton.Jdk").log(System.Logger.Level.INFO, "jdk 你好 {0}", "世界");
                    System.getLogger("io.baton.Jdk").log(System.Logger.Level.DEBUG, "hidden");
                    LoggerFactory.getLogger("org.quartz.core").info("hidden");
                    String password = settings.stores().database().password().value();
                    if (!password.isEmpty()) {
                        LoggerFactory.getLogger("com.library")
                                .warn("no login", new IllegalStateException("as " + password));
                        System.getLogger("com.library").log(System.Logger.Level.ERROR, "with {0}", password);
                    }
                    System.out.println("printed größer");
                    return 42;
                },
                List::of,
                output);
        System.exit(program.run(List.of(arguments)));
    }
}
