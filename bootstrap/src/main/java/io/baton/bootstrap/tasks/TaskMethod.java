package io.baton.bootstrap.tasks;

import io.baton.domain.port.TaskInvoker.Code;
import io.baton.domain.port.TaskInvoker.TargetEntry;
import io.baton.domain.target.Argument;
import java.util.List;

/**
 * A method that a job may name.
 *
 * @param name {@code bean.method}
 * @param description for people, may be empty
 * @param origin where it was found, for people
 */
record TaskMethod(String name, String description, Signature signature, MethodCall call, String origin) {
    TargetEntry entry() {
        return new TargetEntry(name, signature.shown(), description);
    }

    /** The arguments must fit the signature. */
    Code bind(List<Argument> arguments) {
        return context -> call.run(signature.values(arguments, context));
    }
}
