package io.baton.resilience.checker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was promised, what happened, and what was left at the end.
 *
 * @param definitions by job and ascending version
 * @param events in their one true order
 */
public record History(Frame frame, List<JobDefinition> definitions, List<Event> events) {
    public History {
        definitions = List.copyOf(definitions);
        events = List.copyOf(events);
    }

    /** What happened from one moment (included) to another (excluded), UTC millis; the frame stays the whole's. */
    public History between(long from, long until) {
        return new History(
                frame,
                definitions,
                events.stream().filter(e -> e.at() >= from && e.at() < until).toList());
    }

    /** The events of each task, in order, by the task's first appearance. */
    Map<String, List<Event>> tasks() {
        Map<String, List<Event>> tasks = new LinkedHashMap<>();
        for (Event event : events) {
            if (TaskName.isOne(event.subject())) {
                tasks.computeIfAbsent(event.subject(), id -> new ArrayList<>()).add(event);
            }
        }
        return tasks;
    }

    /** The versions of each job, ascending. */
    Map<String, List<JobDefinition>> jobs() {
        Map<String, List<JobDefinition>> jobs = new LinkedHashMap<>();
        definitions.forEach(
                d -> jobs.computeIfAbsent(d.key(), key -> new ArrayList<>()).add(d));
        return jobs;
    }

    /** What was promised of a job's runs: by its latest version, for editing the promise itself is not part of histories. */
    JobDefinition.Promise promise(String job) {
        return definitions.stream()
                .filter(d -> d.key().equals(job))
                .reduce((first, second) -> second)
                .map(JobDefinition::promise)
                .orElse(JobDefinition.Promise.DEFAULT);
    }

    /** The first event of a kind among some. */
    static Optional<Event> first(List<Event> events, Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).findFirst();
    }

    static long count(List<Event> events, Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).count();
    }
}
