package io.baton.bootstrap.cli;

import io.baton.bootstrap.command.CommandNode;
import io.baton.bootstrap.node.Alterations;
import io.baton.domain.port.StoreException;
import java.time.Clock;
import java.util.List;

/** A program for a JVM of its own, whose node opens its stores and fails before it is ready. */
public final class FailingProgram {
    private FailingProgram() {}

    public static void main(String[] arguments) {
        Alterations failing = new Alterations(Clock.systemUTC(), ports -> {
            throw Boolean.getBoolean("baton.test.broken-store")
                    ? new StoreException("Marks", "get x", "the connection broke")
                    : new IllegalStateException("no luck\ntoday");
        });
        System.exit(new Program(new CommandNode(failing), List::of, Output.utf8()).run(List.of(arguments)));
    }
}
