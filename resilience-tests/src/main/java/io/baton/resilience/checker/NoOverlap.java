package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * P4: of a job that forbids overlap no recorded runs of two firings overlap; nor does a method begin while another firing's
 * is at work, unless the ledger had declared that one lost with its node. Shards of one firing may overlap.
 */
final class NoOverlap implements Rule {
    @Override
    public String name() {
        return "P4-no-overlap";
    }

    @Override
    public List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        Map<String, Runs> jobs = new HashMap<>();
        for (Event event : history.events()) {
            if (TaskName.isOne(event.subject())) {
                TaskName task = TaskName.of(event.subject());
                if (history.promise(task.job()).exclusive()) {
                    jobs.computeIfAbsent(task.job(), job -> new Runs(found)).look(task, event);
                }
            }
        }
        return found;
    }

    /** What runs of one job: task → by the ledger, and task#attempt → by its own method. */
    private final class Runs {
        private final List<Violation> found;
        private final Map<String, String> recorded = new HashMap<>();
        private final Map<String, String> atWork = new HashMap<>();
        private final Set<String> lost = new HashSet<>();

        Runs(List<Violation> found) {
            this.found = found;
        }

        void look(TaskName task, Event event) {
            String run = event.subject() + "#" + event.attempt();
            switch (event.kind()) {
                case STARTED -> begin(recorded, task, event, event.subject(), "is recorded as running");
                case BEGUN -> {
                    if (!lost.contains(run)) {
                        begin(atWork, task, event, run, "is at work");
                    }
                }
                case RETURNED -> atWork.remove(run);
                case RECOVERED -> {
                    recorded.remove(event.subject());
                    lose(run);
                }
                case RETRIED -> recorded.remove(event.subject());
                case FINISHED -> {
                    recorded.remove(event.subject());
                    if (event.outcome().equals("LOST") || event.outcome().equals("DEAD")) {
                        lose(run);
                    }
                }
                default -> {}
            }
        }

        private void lose(String run) {
            lost.add(run);
            atWork.remove(run);
        }

        private void begin(Map<String, String> running, TaskName task, Event event, String key, String how) {
            running.forEach((other, firing) -> {
                if (!firing.equals(task.firing())) {
                    found.add(new Violation(
                            name(), event.at(), event.subject(), event.kind() + " while " + other + " " + how));
                }
            });
            running.put(key, task.firing());
        }
    }
}
