package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * P6: each new owner and each start has a higher fence than the one before; a result counts only with the fence of the attempt that runs, and a task ends once; a success is told by a method that
 * has returned, and no resource had refused its effects; the fences that a job's firings
 * are given for their own use grow from start to start; a resource that checks fences never lets an older one through.
 */
final class FenceHolds implements Rule {
    @Override
    public String name() {
        return "P6-fence";
    }

    @Override
    public List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        history.tasks().values().forEach(events -> {
            results(events, found);
            successes(events, found);
        });
        effects(history, found);
        given(history, found);
        return found;
    }

    private void results(List<Event> events, List<Violation> found) {
        long running = 0;
        long given = 0;
        long over = 0;
        boolean ended = false;
        for (Event event : events) {
            if (event.kind() == Kind.QUEUED || event.kind() == Kind.STARTED) {
                if (event.fence() <= given) {
                    tell(found, event, event.kind() + " with fence " + event.fence() + " after " + given);
                }
                given = event.fence();
            }
            switch (event.kind()) {
                case STARTED -> {
                    if (ended) {
                        tell(found, event, "started after its end");
                    }
                    running = event.fence();
                }
                case RETRIED, RECOVERED, FINISHED -> {
                    if (ended) {
                        tell(found, event, "a result was accepted after its end: " + event.detail());
                    }
                    if (event.fence() != 0 && running != 0 && event.fence() < running) {
                        tell(found, event, "a result of fence " + event.fence() + " was accepted, " + running + " ran");
                    }
                    if (event.fence() != 0 && event.fence() <= over) {
                        tell(found, event, "a result of fence " + event.fence() + " was accepted, that run was over");
                    }
                    over = Math.max(over, event.fence());
                    ended = event.kind() == Kind.FINISHED;
                }
                default -> {}
            }
        }
    }

    private void successes(List<Event> events, List<Violation> found) {
        Set<Integer> begun = new HashSet<>();
        Set<Integer> returned = new HashSet<>();
        Set<Integer> refused = new HashSet<>();
        for (Event event : events) {
            switch (event.kind()) {
                case BEGUN -> begun.add(event.attempt());
                case RETURNED -> returned.add(event.attempt());
                case REFUSED -> refused.add(event.attempt());
                case FINISHED -> {
                    boolean success = event.outcome().equals("SUCCEEDED");
                    if (success && begun.contains(event.attempt()) && !returned.contains(event.attempt())) {
                        tell(found, event, "a success was accepted while the method was still at work");
                    }
                    if (success && refused.contains(event.attempt())) {
                        tell(found, event, "its success counts, and its fence was older than another's");
                    }
                }
                default -> {}
            }
        }
    }

    private void effects(History history, List<Violation> found) {
        Map<String, Long> highest = new HashMap<>();
        for (Event event : history.events()) {
            if (event.kind() == Kind.EFFECT) {
                long before = highest.merge(event.subject(), event.fence(), Math::max);
                if (before > event.fence()) {
                    tell(found, event, "an effect of fence " + event.fence() + " went through after one of " + before);
                }
            }
        }
    }

    /** Of a job that forbids overlap: a firing that the ledger starts later is given a higher fence. */
    private void given(History history, List<Violation> found) {
        Map<String, Long> fences = new HashMap<>();
        history.events().stream()
                .filter(e -> e.kind() == Kind.BEGUN)
                .forEach(e -> fences.putIfAbsent(TaskName.of(e.subject()).firing(), e.fence()));
        Map<String, Long> highest = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Event event : history.events()) {
            if (event.kind() == Kind.STARTED) {
                TaskName task = TaskName.of(event.subject());
                Long fence = fences.get(task.firing());
                if (fence != null && history.promise(task.job()).exclusive() && seen.add(task.firing())) {
                    Long before = highest.put(task.job(), fence);
                    if (before != null && before >= fence) {
                        tell(found, event, "was given fence " + fence + ", a firing before it had " + before);
                    }
                }
            }
        }
    }

    private void tell(List<Violation> found, Event event, String words) {
        found.add(new Violation(name(), event.at(), event.subject(), words));
    }
}
