package io.baton.resilience.simulation;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.baton.memory.LedgerWatch;
import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.JobDefinition;
import io.baton.resilience.checker.Kind;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes down what happens in a world: the history that the checker judges, and a trace of every call. */
final class Recorder implements LedgerWatch {
    private final World world;
    final List<Event> events = new ArrayList<>();
    final Map<JobKey, List<JobDefinition>> definitions = new TreeMap<>();
    final Map<TaskId, TaskRow> open = new TreeMap<>();
    final Map<String, Integer> struck = new TreeMap<>();
    private Map<String, Set<Long>> writing = Map.of();
    private String lastOutcome = "";
    private long trace = 1_125_899_906_842_597L;
    private int calls;
    private long past;

    Recorder(World world) {
        this.world = world;
    }

    private void add(Event event) {
        events.add(event);
        if (world.choices.asked()) {
            past = StateHash.mix(past, told(event).hashCode());
        }
        mix(event.kind().name());
        mix(event.subject());
        mix(event.node());
        trace = trace * 31 + event.at() + event.fence();
    }

    private Event event(Kind kind, String subject) {
        return Event.of(world.nowMillis(), kind, subject);
    }

    void tell(Kind kind, String subject, String node, String detail) {
        add(event(kind, subject).on(node).saying(detail));
    }

    void method(Kind kind, String task, String node, long fence, int attempt) {
        add(event(kind, task).on(node).run(fence, attempt));
    }

    /** A fault of a single call. */
    void struck(String kind) {
        struck.merge(kind, 1, Integer::sum);
    }

    void trace(SimNode node, Class<?> port, Method method) {
        calls++;
        trace = trace * 31 + world.turns.now();
        mix(node.name);
        mix(method.getName());
        mix(port.getSimpleName());
    }

    private void mix(String text) {
        trace = trace * 31 + text.hashCode();
    }

    long traceHash() {
        return trace;
    }

    private static String told(Event event) {
        return event.kind() + event.subject() + event.node() + event.fence() + " " + event.attempt();
    }

    /** Tells what has happened from anything else that could have, but for the times. */
    long past() {
        return past;
    }

    int calls() {
        return calls;
    }

    /** The fences that the write that is about to happen names. */
    void writes(Map<String, Set<Long>> fences) {
        writing = fences;
    }

    void defined(Job job) {
        List<JobDefinition> versions = definitions.computeIfAbsent(job.key(), k -> new ArrayList<>());
        boolean known = versions.stream().anyMatch(v -> v.version() == job.version());
        if (!known) {
            versions.add(Definitions.of(job));
        }
    }

    void deleted(JobKey key, Instant at) {
        List<JobDefinition> versions = definitions.computeIfAbsent(key, k -> new ArrayList<>());
        versions.add(Definitions.deleted(versions.get(versions.size() - 1), at));
    }

    @Override
    public void kept(TaskId task, Attempt attempt) {
        if (attempt.late()) {
            add(event(Kind.LATE, task.toString()).run(attempt.fence(), attempt.number()));
        } else {
            lastOutcome = attempt.span().end().words();
        }
    }

    @Override
    public void changed(Optional<TaskRow> before, TaskRow after) {
        if (after.state() == TaskState.DONE) {
            open.remove(after.id());
        } else {
            open.put(after.id(), after);
        }
        if (before.isEmpty()) {
            add(event(Kind.CLAIMED, after.id().toString())
                    .on(after.story().claimedBy().toString()));
        }
        boolean ran = before.filter(b -> b.state() == TaskState.RUNNING).isPresent();
        if (ran && after.state() == TaskState.QUEUED) {
            before.ifPresent(b -> again(b, after));
        }
        before.filter(b -> b.state() == TaskState.QUEUED && after.state() == TaskState.RUNNING)
                .filter(b -> writer(b) != b.fence())
                .ifPresent(b -> world.surprises.add(
                        b.id() + " was started by a message of fence " + writer(b) + ", its row has " + b.fence()));
        if (after.state() == TaskState.RUNNING) {
            mayStart(before, after);
        }
        switch (after.state()) {
            case QUEUED -> add(row(Kind.QUEUED, after));
            case WAITING -> add(row(Kind.WAITING, after));
            case RUNNING -> add(row(Kind.STARTED, after));
            case DONE -> finished(after);
            case SPREAD -> {}
        }
    }

    /** What the ledger's law asks of any way to RUNNING, judged by what the database holds at that moment. */
    private void mayStart(Optional<TaskRow> before, TaskRow after) {
        List<JobDefinition> versions = definitions.getOrDefault(after.job(), List.of());
        JobDefinition.State state = versions.isEmpty()
                ? JobDefinition.State.DELETED
                : versions.get(versions.size() - 1).state();
        boolean paused =
                state == JobDefinition.State.PAUSED && !after.id().firing().byHand();
        if (state == JobDefinition.State.DELETED || paused) {
            world.surprises.add(after.id() + " was started, and its job is " + state);
        }
        long due = after.standing().times().dueAt().toEpochMilli();
        if (before.isPresent() && due > world.nowMillis()) {
            world.surprises.add(after.id() + " was started " + (due - world.nowMillis()) + " ms before it is due");
        }
    }

    private void again(TaskRow before, TaskRow after) {
        boolean recovered =
                after.standing().turn().recoveries() > before.standing().turn().recoveries();
        long fence = writer(before);
        add(row(recovered ? Kind.RECOVERED : Kind.RETRIED, before)
                .run(fence, before.attempt())
                .saying(lastOutcome));
    }

    /** The fence with which somebody writes to a row: of several in one batch the row's own, if it is among them. */
    private long writer(TaskRow row) {
        Set<Long> named = writing.getOrDefault(row.id().toString(), Set.of(row.fence()));
        return named.contains(row.fence()) ? row.fence() : named.iterator().next();
    }

    private void finished(TaskRow row) {
        long fence = writer(row);
        var end = row.story().end().orElseThrow();
        add(row(Kind.FINISHED, row).run(fence, row.attempt()).saying(end.words()));
        if (end.outcome() == Outcome.SKIPPED && end.reason() == Reason.MISFIRE) {
            String[] words = end.error().split(" ");
            add(event(Kind.COVERED, row.id().toString())
                    .saying(Instant.parse(words[4]).toEpochMilli() + " "
                            + Instant.parse(words[6]).toEpochMilli()));
        }
    }

    private Event row(Kind kind, TaskRow row) {
        String owner = row.standing().owner().map(Object::toString).orElse("");
        return event(kind, row.id().toString()).on(owner).run(row.fence(), row.attempt());
    }
}
