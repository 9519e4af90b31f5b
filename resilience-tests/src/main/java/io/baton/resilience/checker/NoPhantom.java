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
                case REQUESTED -> requested.add(TaskName.of(event.subject()).firing());
                case CLAIMED -> {
                    entered.add(event.subject());
                    if (!called(TaskName.of(event.subject()), due, requested)) {
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

    private static boolean called(TaskName task, Map<String, Map<Long, JobDefinition>> due, Set<String> requested) {
        if (task.due().isEmpty()) {
            return requested.contains(task.firing());
        }
        return due.getOrDefault(task.job(), new TreeMap<>())
                .containsKey(task.due().getAsLong());
    }
}
