package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.List;

/** P3: so long after the last fault nothing is unfinished, unless it waits for a time that lies ahead or is at work. */
final class Converged implements Rule {
    @Override
    public String name() {
        return "P3-converged";
    }

    @Override
    public List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        Frame frame = history.frame();
        if (frame.end() - frame.calmSince() < frame.bounds().converged()) {
            return found;
        }
        for (Event event : history.events()) {
            if (event.kind() == Kind.OPEN && !waitsForTime(event, frame.end())) {
                long since = entered(history, event.subject());
                if (frame.end() - since >= frame.bounds().converged()) {
                    found.add(new Violation(name(), event.at(), event.subject(), "is not finished: " + event.detail()));
                }
            }
        }
        return found;
    }

    private static long entered(History history, String task) {
        return history.events().stream()
                .filter(e -> e.kind() == Kind.CLAIMED && e.subject().equals(task))
                .mapToLong(Event::at)
                .findFirst()
                .orElse(history.frame().begin());
    }

    private static boolean waitsForTime(Event open, long end) {
        return open.detail().startsWith("due ") && Long.parseLong(open.detail().substring("due ".length())) > end;
    }
}
