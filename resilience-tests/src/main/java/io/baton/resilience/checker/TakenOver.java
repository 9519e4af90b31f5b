package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * P7: what a node held that died alone, while the servers were well, is elsewhere within the time that is said with it; of a
 * silent one that comes back earlier nothing is asked.
 */
final class TakenOver implements Rule {
    @Override
    public String name() {
        return "P7-taken-over";
    }

    @Override
    public List<Violation> check(History history) {
        Map<String, Long> released = new HashMap<>();
        history.events().stream()
                .filter(e -> e.kind() == Kind.RELEASED)
                .forEach(e -> released.putIfAbsent(run(e), e.at()));
        List<Violation> found = new ArrayList<>();
        for (Event event : history.events()) {
            if (event.kind() == Kind.HELD) {
                Death death = Death.of(event);
                long after = released.getOrDefault(run(event), history.frame().end()) - event.at();
                if (after > death.allowed() && !(death.silent() && back(history, event) <= death.allowed())) {
                    found.add(new Violation(
                            name(),
                            event.at(),
                            event.subject(),
                            death.state() + " on " + event.node() + ", which died, for " + after + " ms, "
                                    + death.allowed() + " are allowed"));
                }
            }
        }
        return found;
    }

    private static String run(Event event) {
        return event.subject() + " " + event.node();
    }

    /** After how many ms the node was back. */
    private static long back(History history, Event held) {
        OptionalLong healed = history.events().stream()
                .filter(e -> e.kind() == Kind.HEALED
                        && e.at() >= held.at()
                        && held.node().startsWith(e.node() + "/"))
                .mapToLong(Event::at)
                .min();
        return healed.isPresent() ? healed.getAsLong() - held.at() : Long.MAX_VALUE;
    }

    private record Death(String state, boolean silent, long allowed) {
        static Death of(Event held) {
            String[] words = held.detail().split(" ");
            return new Death(words[0], words[1].equals("silent"), Long.parseLong(words[2]));
        }
    }
}
