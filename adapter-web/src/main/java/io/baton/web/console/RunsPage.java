package io.baton.web.console;

import io.baton.application.office.Office;
import io.baton.application.office.RunOffice;
import io.baton.domain.job.JobKey;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskHistory.Cursor;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskHistory.Span;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs, found by job, outcome, node and time. */
final class RunsPage {
    private static final int PAGE = 50;

    private final Office.Counters counters;

    RunsPage(Office.Counters counters) {
        this.counters = counters;
    }

    String page(Visit visit) {
        Optional<Cursor> before = ask(visit, "before", RunsPage::cursor);
        RunOffice.Page found = counters.runs().search(visit.who(), new Query(filter(visit), before, PAGE));
        List<TaskId> ids = found.rows().stream().map(TaskRow::id).toList();
        Html table =
                RunTable.of(visit, found.rows(), counters.runs().progress(visit.who(), ids), visit.say("runs.none"));
        return Shell.page(
                visit,
                visit.say("runs.title"),
                filters(visit),
                before.isEmpty() ? Parts.live("runs", table) : table,
                found.next().map(next -> older(visit, next)).orElse(Html.NOTHING));
    }

    private static Filter filter(Visit visit) {
        String outcome = visit.asked("outcome");
        return new Filter(
                ask(visit, "job", JobKey::parse),
                one(outcome, Outcome.class),
                one(outcome, TaskState.class),
                ask(visit, "node", NodeId::new),
                new Span(ask(visit, "since", RunsPage::time), ask(visit, "until", RunsPage::time)));
    }

    private static <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    /** What does not parse is not asked. */
    private static <T> Optional<T> ask(Visit visit, String name, Function<String, T> reading) {
        String text = visit.asked(name).strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reading.apply(text));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As a browser's field gives it, in UTC. */
    private static Instant time(String text) {
        return Instant.parse(text.length() == 16 ? text + ":00Z" : text);
    }

    private static Cursor cursor(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("no place of a page");
        }
        return new Cursor(
                Instant.ofEpochMilli(Long.parseLong(text.substring(0, space))),
                TaskId.parse(text.substring(space + 1)));
    }

    private static Html older(Visit visit, Cursor next) {
        StringBuilder address = new StringBuilder("/runs?before=");
        address.append(Parts.url(next.scheduledAt().toEpochMilli() + " " + next.id()));
        for (String name : List.of("job", "outcome", "node", "since", "until")) {
            if (!visit.asked(name).isEmpty()) {
                address.append('&').append(name).append('=').append(Parts.url(visit.asked(name)));
            }
        }
        return Tag.of("p", "tools")
                .add(Parts.link(address.toString(), visit.say("runs.older")).with("class", "button"));
    }

    private static Html filters(Visit visit) {
        Tag outcome = Tag.of("select").with("name", "outcome").with("aria-label", visit.say("run.outcome"));
        outcome.add(Tag.of("option").with("value", "").text(visit.say("runs.all-outcomes")));
        for (TaskState state : TaskState.values()) {
            if (state != TaskState.DONE) {
                outcome.add(Forms.option(state.name(), visit.say("state." + state.name()), visit.asked("outcome")));
            }
        }
        for (Outcome one : Outcome.values()) {
            outcome.add(Forms.option(one.name(), visit.say("outcome." + one.name()), visit.asked("outcome")));
        }
        return Tag.of("form", "filters")
                .with("method", "get")
                .with("action", "/runs")
                .add(
                        search(visit, "job", visit.say("run.job")),
                        outcome,
                        search(visit, "node", visit.say("run.node")),
                        time(visit, "since"),
                        time(visit, "until"),
                        Tag.of("button").text(visit.say("filter")));
    }

    private static Tag search(Visit visit, String name, String label) {
        return Tag.of("input")
                .with("type", "search")
                .with("name", name)
                .with("value", visit.asked(name))
                .with("placeholder", label)
                .with("aria-label", label);
    }

    private static Tag time(Visit visit, String name) {
        return Tag.of("label", "inline")
                .text(visit.say("runs." + name))
                .add(Tag.of("input")
                        .with("type", "datetime-local")
                        .with("name", name)
                        .with("value", visit.asked(name)));
    }
}
