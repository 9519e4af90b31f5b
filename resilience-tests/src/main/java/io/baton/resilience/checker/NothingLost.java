package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** P3: every due time of every job, and every request, is in the ledger: as a task, or inside the range of a summary. */
final class NothingLost implements Rule {
    @Override
    public String name() {
        return "P3-nothing-lost";
    }

    @Override
    public List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        Set<String> entered = new HashSet<>();
        List<Range> covered = new ArrayList<>();
        for (Event event : history.events()) {
            if (event.kind() == Kind.CLAIMED) {
                entered.add(event.subject());
            } else if (event.kind() == Kind.COVERED) {
                covered.add(Range.of(event));
            }
        }
        history.jobs()
                .forEach((job, versions) -> due(history, versions).keySet().forEach(at -> {
                    String task = job + "@" + at;
                    if (!entered.contains(task) && covered.stream().noneMatch(r -> r.holds(job, at))) {
                        found.add(new Violation(name(), at, task, "was due and is not in the ledger"));
                    }
                }));
        requests(history, entered, found);
        return found;
    }

    private static Map<Long, JobDefinition> due(History history, List<JobDefinition> versions) {
        Frame frame = history.frame();
        return ExpectedTimes.demanded(
                versions,
                frame.begin(),
                frame.end() - frame.bounds().accounted(),
                frame.bounds().edited());
    }

    private void requests(History history, Set<String> entered, List<Violation> found) {
        history.events().stream()
                .filter(e -> e.kind() == Kind.REQUESTED && !entered.contains(e.subject()))
                .forEach(e -> found.add(new Violation(
                        name(), e.at(), e.subject(), "was asked for and granted, and is not in the ledger")));
    }

    private record Range(String job, long first, long last) {
        static Range of(Event event) {
            String[] ends = event.detail().split(" ");
            return new Range(TaskName.of(event.subject()).job(), Long.parseLong(ends[0]), Long.parseLong(ends[1]));
        }

        boolean holds(String ofJob, long at) {
            return job.equals(ofJob) && at >= first && at <= last;
        }
    }
}
