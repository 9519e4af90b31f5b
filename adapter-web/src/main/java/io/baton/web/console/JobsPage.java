package io.baton.web.console;

import io.baton.application.office.Office;
import io.baton.domain.access.Role;
import io.baton.domain.job.Job;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** All jobs: found, picked, and done to in bulk. */
final class JobsPage {
    private static final int MOST = 200;

    private final Office.Counters counters;
    private final Upcoming upcoming;
    private volatile Offered last = new Offered(List.of(), Set.of(), Set.of());

    /** What lists of groups and tags hold. @param jobs the list that they are of: while no job changes it is the same one */
    private record Offered(List<Job> jobs, Set<String> groups, Set<String> tags) {
        static Offered of(List<Job> jobs) {
            Set<String> groups = new TreeSet<>();
            Set<String> tags = new TreeSet<>();
            jobs.forEach(job -> {
                groups.add(job.key().group());
                tags.addAll(job.spec().about().tags());
            });
            return new Offered(jobs, groups, tags);
        }
    }

    JobsPage(Office.Counters counters, Upcoming upcoming) {
        this.counters = counters;
        this.upcoming = upcoming;
    }

    String page(Visit visit) {
        List<Job> all = counters.jobs().all(visit.who());
        List<Job> found = all.stream().filter(Wanted.of(visit)::matches).toList();
        return Shell.page(
                visit,
                visit.say("jobs.title"),
                tools(visit),
                filters(visit, all),
                Parts.live("jobs", table(visit, found.stream().limit(MOST).toList()), count(visit, found.size())));
    }

    private static Html tools(Visit visit) {
        Tag tools = Tag.of("p", "tools");
        if (visit.may(Role.OPERATOR)) {
            tools.add(Parts.link("/new-job", visit.say("jobs.create")).with("class", "button primary"));
            tools.add(Parts.link("/import", visit.say("jobs.import")).with("class", "button"));
        }
        return tools.add(Parts.link("/api/v1/jobs:export", visit.say("jobs.export"))
                .with("class", "button")
                .with("download", "jobs.json"));
    }

    @SuppressWarnings(
            "ReferenceEquality") // another list of the same jobs is as good: then they are looked at once more
    private Offered offered(List<Job> all) {
        Offered offered = last;
        if (offered.jobs() != all) {
            offered = Offered.of(all);
            last = offered;
        }
        return offered;
    }

    private Html filters(Visit visit, List<Job> all) {
        Offered offered = offered(all);
        Tag group = chooser(visit, "group", visit.say("jobs.all-groups"), offered.groups());
        Tag tag = chooser(visit, "tag", visit.say("jobs.all-tags"), offered.tags());
        Tag state = Tag.of("select").with("name", "state").with("aria-label", visit.say("jobs.state"));
        state.add(
                Tag.of("option").with("value", "").text(visit.say("jobs.all-states")),
                Forms.option("enabled", visit.say("job.enabled"), visit.asked("state")),
                Forms.option("paused", visit.say("job.paused"), visit.asked("state")));
        return Tag.of("form", "filters")
                .with("method", "get")
                .with("action", "/jobs")
                .add(
                        Tag.of("input")
                                .with("type", "search")
                                .with("name", "q")
                                .with("value", visit.asked("q"))
                                .with("placeholder", visit.say("jobs.search"))
                                .with("aria-label", visit.say("jobs.search")),
                        group,
                        tag,
                        state,
                        Tag.of("button").text(visit.say("filter")));
    }

    /** What is asked for is offered too if no job has it any more: the page must not seem to show all. */
    private static Tag chooser(Visit visit, String name, String all, Set<String> values) {
        Set<String> offered = new TreeSet<>(values);
        offered.add(visit.asked(name));
        offered.remove("");
        Tag chooser = Tag.of("select")
                .with("name", name)
                .with("aria-label", visit.say("jobs." + name))
                .add(Tag.of("option").with("value", "").text(all));
        offered.forEach(value -> chooser.add(Forms.option(value, value, visit.asked(name))));
        return chooser;
    }

    /** What is looked for; empty = whatever. */
    private record Wanted(String state, String group, String tag, String words) {
        static Wanted of(Visit visit) {
            return new Wanted(
                    visit.asked("state"),
                    visit.asked("group"),
                    visit.asked("tag"),
                    visit.asked("q").toLowerCase(Locale.ROOT));
        }

        /** What costs most is asked last, and only if there are words to look for. */
        boolean matches(Job job) {
            return (state.isEmpty() || state.equals("enabled") == job.enabled())
                    && (group.isEmpty() || group.equals(job.key().group()))
                    && (tag.isEmpty() || job.spec().about().tags().contains(tag))
                    && (words.isEmpty() || text(job).contains(words));
        }

        private static String text(Job job) {
            return (job.key() + " " + job.spec().about().title() + " "
                            + job.spec().work().target().text() + " "
                            + String.join(" ", job.spec().about().tags()))
                    .toLowerCase(Locale.ROOT);
        }
    }

    private Html table(Visit visit, List<Job> jobs) {
        Instant now = counters.cluster().now(visit.who());
        List<Tag> rows = jobs.stream()
                .map(job -> row(visit, job, upcoming.first(job, now).map(Upcoming.Due::at)))
                .toList();
        Html table = Parts.table(
                List.of(
                        "",
                        visit.say("job.name"),
                        visit.say("job.target"),
                        visit.say("job.schedule"),
                        visit.say("job.next"),
                        visit.say("job.state")),
                rows,
                visit.say("jobs.none"));
        return visit.may(Role.OPERATOR) && !jobs.isEmpty()
                ? Tag.of("form")
                        .flag("data-bulk", true)
                        .with("data-all", visit.say("act.check-all"))
                        .add(table, bulk(visit))
                : table;
    }

    private Tag row(Visit visit, Job job, java.util.Optional<Instant> next) {
        String key = job.key().toString();
        Html pick = visit.may(Role.OPERATOR)
                ? Tag.of("input")
                        .with("type", "checkbox")
                        .with("name", "pick")
                        .with("value", key)
                        .with("aria-label", key)
                : Html.NOTHING;
        Tag name = Tag.of("span").add(Parts.job(job.key()));
        if (!job.spec().about().title().isEmpty()) {
            name.add(Tag.of("small", "below").text(job.spec().about().title()));
        }
        name.add(Parts.tags(job));
        return Parts.row(
                pick,
                name,
                Tag.of("code").text(job.spec().work().target().text()),
                Schedules.told(visit, job.schedule()),
                Parts.time(job.enabled() ? next : java.util.Optional.empty()),
                Parts.badge(
                        job.enabled() ? "enabled" : "paused",
                        visit.say(job.enabled() ? "job.enabled" : "job.paused"),
                        ""));
    }

    private static Html bulk(Visit visit) {
        return Tag.of("p", "tools bulk")
                .add(
                        each(visit.say("act.run"), "POST /api/v1/jobs/{}/run"),
                        each(visit.say("act.pause"), "POST /api/v1/jobs/{}/pause"),
                        each(visit.say("act.resume"), "POST /api/v1/jobs/{}/resume"),
                        each(visit.say("act.delete"), "DELETE /api/v1/jobs/{}")
                                .with("class", "danger")
                                .with("data-ask", visit.say("ask.delete-picked")));
    }

    private static Tag each(String text, String call) {
        return Tag.of("button").with("type", "button").with("data-each", call).text(text);
    }

    private static Html count(Visit visit, int found) {
        return Tag.of("p", "nothing")
                .text(visit.say("jobs.count", found) + (found > MOST ? " " + visit.say("jobs.narrow", MOST) : ""));
    }
}
