package io.baton.application.jobs;

import io.baton.application.place.SecondLook;
import io.baton.domain.port.TaskInvoker;
import io.baton.domain.target.InvocationTarget;
import java.util.Optional;

/** Whether any live node can run a target. */
public final class TargetCheck {
    private final SecondLook look;
    private final TaskInvoker invoker;

    public TargetCheck(SecondLook look, TaskInvoker invoker) {
        this.look = look;
        this.invoker = invoker;
    }

    /** Why the target must be refused; empty if it is fine. Arguments are checked if this node has the method. */
    Optional<String> refusal(InvocationTarget target) {
        boolean here = invoker.targets().stream().anyMatch(t -> t.name().equals(target.name()));
        if (here) {
            TaskInvoker.Resolution resolution = invoker.resolve(target);
            return resolution.code().isPresent() ? Optional.empty() : Optional.of(resolution.refusal());
        }
        return elsewhere(target) || (look.again() && elsewhere(target))
                ? Optional.empty()
                : Optional.of(invoker.resolve(target).refusal());
    }

    private boolean elsewhere(InvocationTarget target) {
        return look.watch().alive().stream()
                .anyMatch(m -> m.beat().profile().targets().contains(target.name()));
    }
}
