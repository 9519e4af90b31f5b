package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * P7: where the frame asks for it, no first attempt begins later than the bound, unless it waited for another firing; a job changed less
 * than 5 s ago aside.
 */
final class Punctual implements Rule {
    /** 5 s: within which every node has seen a change. */
    private static final long FRESH = 5_000;

    @Override
    public String name() {
        return "P7-punctual";
    }

    @Override
    public List<Violation> check(History history) {
        long bound = history.frame().bounds().late();
        List<Violation> found = new ArrayList<>();
        if (bound > 0) {
            Set<String> waited = history.events().stream()
                    .filter(e -> e.kind() == Kind.WAITING)
                    .map(Event::subject)
                    .collect(Collectors.toSet());
            Lateness.each(history).forEach((task, late) -> {
                if (late > bound && !waited.contains(task) && !justChanged(history, TaskName.of(task))) {
                    found.add(new Violation(
                            name(),
                            history.frame().begin(),
                            task,
                            "began " + late + " ms late, " + bound + " allowed"));
                }
            });
        }
        return found;
    }

    private static boolean justChanged(History history, TaskName task) {
        long due = task.due().orElse(0);
        return history.definitions().stream()
                .anyMatch(d -> d.key().equals(task.job()) && d.from() <= due && due < d.from() + FRESH);
    }
}
