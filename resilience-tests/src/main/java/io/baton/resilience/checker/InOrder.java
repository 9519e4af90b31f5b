package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** P5: the first attempts of a job that forbids overlap start in the order of their due times. */
final class InOrder implements Rule {
    @Override
    public String name() {
        return "P5-in-order";
    }

    @Override
    public List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        Map<String, Long> latest = new HashMap<>();
        for (Event event : history.events()) {
            if (event.kind() != Kind.STARTED || event.attempt() != 1) {
                continue;
            }
            TaskName task = TaskName.of(event.subject());
            if (task.due().isEmpty() || !history.promise(task.job()).exclusive()) {
                continue;
            }
            long due = task.due().getAsLong();
            Long before = latest.merge(task.job(), due, Math::max);
            if (before > due) {
                found.add(new Violation(
                        name(), event.at(), event.subject(), "started after " + task.job() + "@" + before));
            }
        }
        return found;
    }
}
