package io.baton.domain.port;

import io.baton.domain.target.InvocationTarget;
import io.baton.task.TaskContext;
import java.util.List;
import java.util.Optional;

/**
 * The closed registry of targets.
 *
 * <ol>
 *   <li>I1 Only entries made at start can be resolved; no text leads to a class, bean or method outside of them.
 *   <li>I2 Arguments are matched to parameters exactly (an int literal also fits a long parameter if no exact overload
 *       exists); anything else is a refusal with its reason.
 *   <li>I3 A bean is called as its container scopes it; of a class, each run gets an instance of its own.
 * </ol>
 */
public interface TaskInvoker {
    /** What may be named, sorted by name. */
    List<TargetEntry> targets();

    Resolution resolve(InvocationTarget target);

    /**
     * An entry of the registry.
     *
     * @param name {@code bean.method}
     * @param parameters the types of the arguments that the target string gives, such as {@code String, int}
     * @param description for people, may be empty
     */
    record TargetEntry(String name, List<String> parameters, String description) {
        public TargetEntry {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * What a target string leads to.
     *
     * @param code empty if it leads nowhere
     * @param refusal why it leads nowhere, empty if it leads somewhere
     */
    record Resolution(Optional<Code> code, String refusal) {
        public static Resolution of(Code code) {
            return new Resolution(Optional.of(code), "");
        }

        public static Resolution refused(String why) {
            return new Resolution(Optional.empty(), why);
        }
    }

    /** A method with its arguments, ready to be called. */
    @FunctionalInterface
    interface Code {
        /** @throws Exception what the method threw */
        void run(TaskContext context) throws Exception;
    }
}
