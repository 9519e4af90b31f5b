package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * P1: no attempt of a task begins twice, and a further attempt of an at-most-once task begins only after the ledger said
 * that the one before it FAILED or TIMED_OUT, and its method has returned.
 */
final class StartedOnce implements Rule {
    @Override
    public String name() {
        return "P1-started-once";
    }

    @Override
    public List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        history.tasks().forEach((task, events) -> {
            boolean atLeastOnce = history.promise(TaskName.of(task).job()).atLeastOnce();
            new Look(task, atLeastOnce, found).through(events);
        });
        return found;
    }

    private final class Look {
        private final String task;
        private final boolean atLeastOnce;
        private final List<Violation> found;
        private final Set<Integer> begun = new HashSet<>();
        private final Set<Integer> returned = new HashSet<>();
        private final Set<Integer> retried = new HashSet<>();

        Look(String task, boolean atLeastOnce, List<Violation> found) {
            this.task = task;
            this.atLeastOnce = atLeastOnce;
            this.found = found;
        }

        void through(List<Event> events) {
            for (Event event : events) {
                switch (event.kind()) {
                    case BEGUN -> begin(event);
                    case RETURNED -> returned.add(event.attempt());
                    case RETRIED -> retried.add(event.attempt());
                    case RECOVERED -> recovered(event);
                    default -> {}
                }
            }
        }

        private void begin(Event event) {
            int attempt = event.attempt();
            if (!begun.add(attempt)) {
                tell(event, "attempt " + attempt + " began twice, the second time on " + event.node());
            }
            if (attempt > 1 && !atLeastOnce && !retried.contains(attempt - 1)) {
                tell(
                        event,
                        "attempt " + attempt + " began before attempt " + (attempt - 1) + " was recorded as failed");
            }
            if (attempt > 1
                    && retried.contains(attempt - 1)
                    && begun.contains(attempt - 1)
                    && !returned.contains(attempt - 1)) {
                tell(event, "attempt " + attempt + " began while attempt " + (attempt - 1) + " was still at work");
            }
        }

        private void recovered(Event event) {
            if (!atLeastOnce) {
                tell(event, "a lost attempt of an at-most-once task was followed by another");
            }
        }

        private void tell(Event event, String words) {
            found.add(new Violation(name(), event.at(), task, words));
        }
    }
}
