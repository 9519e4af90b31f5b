package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** No task without a due time or a request, and no method that begins without its task in the ledger. */
final class NoPhantom implements Rule {
    /** 1 min beyond the end: what was claimed ahead of its due time is another rule's matter. */
    private static final long BEYOND = 60_000;
    /** 1 s: how far ahead of its due time a firing may be claimed. */
    private static final long AHEAD = 1_000;

    @Override
    public String name() {
        return "no-phantom";
    }

    @Override
    public List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        Map<String, Map<Long, JobDefinition>> due = new TreeMap<>();
        history.jobs()
                .forEach((job, versions) -> due.put(
                        job,
                        ExpectedTimes.of(
                                versions,
                                history.frame().begin(),
                                history.frame().end() + BEYOND)));
        Set<String> entered = new HashSet<>();
        Set<String> requested = new HashSet<>();
        for (Event event : history.events()) {
            switch (event.kind()) {
                case ASKED, REQUESTED ->
                    requested.add(TaskName.of(event.subject()).firing());
                case CLAIMED -> {
                    entered.add(event.subject());
                    if (!called(event, history, due, requested)) {
                        found.add(new Violation(
                                name(),
                                event.at(),
                                event.subject(),
                                "entered the ledger, and neither was it due nor asked for"));
                    }
                }
                case STARTED, BEGUN -> {
                    if (!entered.contains(event.subject())) {
                        found.add(new Violation(
                                name(), event.at(), event.subject(), event.kind() + " and is not in the ledger"));
                    }
                }
                default -> {}
            }
        }
        return found;
    }

    /**
     * A claim may come a second ahead of its due time, and the definition may change in between: then the one in force at the
     * claim counts.
     */
    private static boolean called(
            Event claim, History history, Map<String, Map<Long, JobDefinition>> due, Set<String> requested) {
        TaskName task = TaskName.of(claim.subject());
        if (task.due().isEmpty()) {
            return requested.contains(task.firing());
        }
        long at = task.due().getAsLong();
        if (due.getOrDefault(task.job(), Map.of()).containsKey(at)) {
            return true;
        }
        return claim.at() >= at - AHEAD && mayHaveBeenInForce(history, task, claim.at());
    }

    /** Whether the due time was one by a definition that was seen then: until a change is committed, that is the one before. */
    private static boolean mayHaveBeenInForce(History history, TaskName task, long then) {
        long at = task.due().orElseThrow();
        long since = then - history.frame().bounds().committed();
        List<JobDefinition> known = history.jobs().getOrDefault(task.job(), List.of()).stream()
                .filter(version -> version.from() <= then)
                .toList();
        for (int count = known.size(); count > 0; count--) {
            if (ExpectedTimes.of(known.subList(0, count), at, at + 1).containsKey(at)) {
                return true;
            }
            if (known.get(count - 1).from() < since) {
                return false;
            }
        }
        return false;
    }
}
