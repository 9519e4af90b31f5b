package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.List;

/** Nothing starts more than a second before it is due. */
final class NotEarly implements Rule {
    private static final long TOLERANCE = 1_000;

    @Override
    public String name() {
        return "not-early";
    }

    @Override
    public List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        for (Event event : history.events()) {
            if (event.kind() == Kind.STARTED || event.kind() == Kind.BEGUN) {
                TaskName task = TaskName.of(event.subject());
                task.due().ifPresent(due -> {
                    if (event.at() < due - TOLERANCE) {
                        found.add(new Violation(
                                name(),
                                event.at(),
                                event.subject(),
                                event.kind() + " " + (due - event.at()) + " ms before it was due"));
                    }
                });
            }
        }
        return found;
    }
}
