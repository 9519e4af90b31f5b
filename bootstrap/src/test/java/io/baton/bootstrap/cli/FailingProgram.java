package io.baton.bootstrap.cli;

import io.baton.application.Ports;
import io.baton.bootstrap.command.CommandNode;
import io.baton.bootstrap.node.Alterations;
import io.baton.bootstrap.node.WantOfMemory;
import io.baton.domain.port.StoreException;
import java.time.Clock;
import java.util.List;

/** A program for a JVM of its own, whose node opens its stores and fails before it is ready, or {@code later}. */
public final class FailingProgram {
    private FailingProgram() {}

    public static void main(String[] arguments) {
        Alterations failing = new Alterations(Clock.systemUTC(), FailingProgram::failing);
        System.exit(new Program(new CommandNode(failing), List::of, Output.utf8()).run(List.of(arguments)));
    }

    private static Ports failing(Ports real) {
        return switch (System.getProperty("baton.test.fails", "")) {
            case "store" -> throw new StoreException("Marks", "get x", "the connection broke");
            case "memory" -> throw new OutOfMemoryError("on purpose");
            case "later" ->
                WantOfMemory.inCycles(
                        real, () -> Thread.currentThread().getName().startsWith("baton-"));
            default -> throw new IllegalStateException("no luck\ntoday");
        };
    }
}
