package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * P2: a task that ended by its method did begin; each further attempt is preceded by a recorded recovery or failure; there
 * are at most three recoveries, and no more attempts than retries and recoveries allow; one that is promised at least once
 * does not end as lost.
 */
final class StartsBounded implements Rule {
    private static final int MOST_RECOVERIES = 3;
    private static final Set<String> BY_ITS_METHOD = Set.of("SUCCEEDED", "TIMED_OUT");

    @Override
    public String name() {
        return "P2-starts-bounded";
    }

    @Override
    public List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        history.tasks().forEach((task, events) -> {
            preceded(task, events, found);
            bounded(task, events, history.promise(TaskName.of(task).job()), found);
            givenUp(task, events, history.promise(TaskName.of(task).job()), found);
            events.stream()
                    .filter(e -> e.kind() == Kind.FINISHED && BY_ITS_METHOD.contains(e.outcome()))
                    .filter(e -> history.promise(TaskName.of(task).job()).parts() == 1
                            || TaskName.of(task).shard() >= 0)
                    .filter(e -> events.stream().noneMatch(b -> b.kind() == Kind.BEGUN && b.attempt() == e.attempt()))
                    .forEach(e -> found.add(new Violation(
                            name(), e.at(), task, "ended " + e.detail() + " and its method never began")));
        });
        return found;
    }

    private void preceded(String task, List<Event> events, List<Violation> found) {
        int allowed = 1;
        for (Event event : events) {
            if (event.kind() == Kind.RETRIED || event.kind() == Kind.RECOVERED) {
                allowed = Math.max(allowed, event.attempt() + 1);
            } else if ((event.kind() == Kind.BEGUN || event.kind() == Kind.STARTED) && event.attempt() > allowed) {
                found.add(new Violation(
                        name(),
                        event.at(),
                        task,
                        "attempt " + event.attempt() + " started without a recorded end of the one before"));
                allowed = event.attempt();
            }
        }
    }

    private void bounded(String task, List<Event> events, JobDefinition.Promise promise, List<Violation> found) {
        long recoveries = History.count(events, Kind.RECOVERED);
        long begun = History.count(events, Kind.BEGUN);
        if (recoveries > MOST_RECOVERIES) {
            found.add(new Violation(name(), events.get(0).at(), task, recoveries + " recoveries, 3 are allowed"));
        }
        if (begun > promise.attempts() + recoveries) {
            found.add(new Violation(
                    name(),
                    events.get(0).at(),
                    task,
                    begun + " starts, " + promise.attempts() + " attempts and " + recoveries
                            + " recorded recoveries allow no more than " + (promise.attempts() + recoveries)));
        }
    }

    private void givenUp(String task, List<Event> events, JobDefinition.Promise promise, List<Violation> found) {
        events.stream()
                .filter(e -> promise.atLeastOnce()
                        && e.kind() == Kind.FINISHED
                        && e.outcome().equals("LOST"))
                .forEach(e -> found.add(new Violation(
                        name(), e.at(), task, "ended " + e.detail() + " though it was promised at least once")));
    }
}
