package io.baton.web.console;

import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.domain.access.Role;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobVersions.JobVersion;
import io.baton.domain.port.TaskHistory.Filter;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskHistory.Span;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One job: what it is, what it did, what it was. */
final class JobPage {
    private static final int MOST_VERSIONS = 200;
    private static final int RUNS = 200;
    private static final int SHOWN = 20;

    private final Office.Counters counters;
    private final Desk.Look look;
    private final Upcoming upcoming;

    JobPage(Office.Counters counters, Desk.Look look, Upcoming upcoming) {
        this.counters = counters;
        this.look = look;
        this.upcoming = upcoming;
    }

    Optional<String> page(Visit visit, JobKey key) {
        Optional<Job> job = counters.jobs().find(visit.who(), key);
        List<JobVersion> versions = counters.jobs().versions(visit.who(), key, MOST_VERSIONS);
        if (job.isEmpty() && versions.isEmpty()) {
            return Optional.empty();
        }
        Instant now = counters.cluster().now(visit.who());
        List<TaskRow> runs = counters.runs()
                .search(visit.who(), new Query(of(key), Optional.empty(), RUNS))
                .rows();
        return Optional.of(Shell.page(
                visit,
                key.toString(),
                job.map(one -> head(visit, one))
                        .orElseGet(() -> Tag.of("p", "problems").text(visit.say("job.deleted"))),
                job.filter(one -> visit.may(Role.OPERATOR))
                        .map(one -> runWithData(visit, one))
                        .orElse(Html.NOTHING),
                Parts.live(
                        "job",
                        figures(visit, runs),
                        Parts.card(visit.say("job.timeline"), Timeline.of(visit, key, runs, now)),
                        Tag.of("div", "columns")
                                .add(
                                        Parts.card(visit.say("job.durations"), Charts.durations(visit, runs)),
                                        Parts.card(visit.say("job.next-ten"), next(visit, job, now))),
                        Parts.card(visit.say("job.runs"), table(visit, runs))),
                job.<Html>map(one -> definition(visit, one)).orElse(Html.NOTHING),
                Parts.card(visit.say("job.versions"), new VersionTable(look.writer()).of(visit, key, versions))));
    }

    private static Filter of(JobKey key) {
        return new Filter(
                Optional.of(key),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Span(Optional.empty(), Optional.empty()));
    }

    private static Html head(Visit visit, Job job) {
        String path = "/api/v1/jobs/" + Parts.url(job.key().toString());
        Tag line = Tag.of("p", "tools")
                .add(Parts.badge(
                        job.enabled() ? "enabled" : "paused",
                        visit.say(job.enabled() ? "job.enabled" : "job.paused"),
                        ""))
                .add(
                        Parts.tags(job),
                        Tag.of("span", "grow").text(job.spec().about().title()));
        if (visit.may(Role.OPERATOR)) {
            line.add(
                    Parts.button(visit.say("act.run"), "POST " + path + "/run")
                            .with("class", "primary")
                            .with("data-goto", "run"),
                    Parts.button(
                            visit.say(job.enabled() ? "act.pause" : "act.resume"),
                            "POST " + path + (job.enabled() ? "/pause" : "/resume")),
                    Parts.link("/edit-job/" + Parts.url(job.key().toString()), visit.say("act.edit"))
                            .with("class", "button"),
                    Parts.carefulButton(visit.say("act.delete"), "DELETE " + path, visit.say("ask.delete", job.key()))
                            .with("data-goto", "/jobs"));
        }
        return line;
    }

    private static Html runWithData(Visit visit, Job job) {
        return Tag.of("details")
                .add(
                        Tag.of("summary").text(visit.say("act.run-with-data")),
                        Tag.of("form", "row")
                                .with(
                                        "data-form",
                                        "POST /api/v1/jobs/"
                                                + Parts.url(job.key().toString()) + "/run")
                                .with("data-goto", "run")
                                .add(
                                        Forms.field(
                                                visit.say("job.data"),
                                                Forms.area("data", "", 3).with("data-type", "json"),
                                                visit.say("form.run-data-hint")),
                                        Tag.of("button").with("type", "submit").text(visit.say("act.run")),
                                        Forms.wrong()));
    }

    private static Html figures(Visit visit, List<TaskRow> runs) {
        long ended = runs.stream().filter(Charts::ran).count();
        long good = runs.stream().filter(Charts::good).count();
        List<Duration> late =
                runs.stream().flatMap(row -> RunTable.lateness(row).stream()).toList();
        List<Duration> took =
                runs.stream().flatMap(row -> RunTable.took(row).stream()).toList();
        return Tag.of("div", "figures")
                .add(
                        Parts.figure(
                                visit.say("figure.good"), Charts.percent(good, ended), visit.say("figure.of", ended)),
                        Parts.figure(
                                visit.say("figure.took"),
                                Charts.quantile(took, 0.5).map(Parts::span).orElse("–"),
                                "p99 "
                                        + Charts.quantile(took, 0.99)
                                                .map(Parts::span)
                                                .orElse("–")),
                        Parts.figure(
                                visit.say("figure.late"),
                                Charts.quantile(late, 0.5).map(Parts::span).orElse("–"),
                                "p99 "
                                        + Charts.quantile(late, 0.99)
                                                .map(Parts::span)
                                                .orElse("–")));
    }

    private Html next(Visit visit, Optional<Job> job, Instant now) {
        return Html.all(List.of(
                job.<Html>map(one -> Tag.of("p").add(Schedules.told(visit, one.schedule())))
                        .orElse(Html.NOTHING),
                times(visit, job, now)));
    }

    private Html times(Visit visit, Optional<Job> job, Instant now) {
        List<Instant> times =
                job.filter(Job::enabled).map(one -> upcoming.of(one, now, 10)).orElse(List.of());
        if (times.isEmpty()) {
            return Tag.of("p", "nothing").text(visit.say("job.never"));
        }
        Tag list = Tag.of("ol", "times");
        Optional<ZoneId> zone = job.flatMap(one -> Schedules.zone(one.schedule()));
        times.forEach(at ->
                list.add(Tag.of("li").add(zone.map(z -> Parts.time(at, z)).orElseGet(() -> Parts.time(at)))));
        return list;
    }

    private Html table(Visit visit, List<TaskRow> runs) {
        List<TaskRow> shown = runs.stream().limit(SHOWN).toList();
        List<TaskId> ids = shown.stream().map(TaskRow::id).toList();
        return RunTable.of(visit, shown, counters.runs().progress(visit.who(), ids), visit.say("job.no-runs"));
    }

    private Html definition(Visit visit, Job job) {
        Tag list = Tag.of("dl");
        FieldWords.flat(look.writer().write(job))
                .forEach((name, value) -> list.add(
                        Tag.of("dt").text(FieldWords.of(visit, name)),
                        Tag.of("dd").text(String.valueOf(value))));
        return Parts.card(visit.say("job.definition", job.version()), list);
    }
}
