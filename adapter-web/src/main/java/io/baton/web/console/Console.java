package io.baton.web.console;

import io.baton.application.access.Caller;
import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.domain.access.Role;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.StoreWarning;
import io.baton.domain.task.TaskId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The console's pages, by their paths. A page is HTML; an empty one is of something that is not there. */
public final class Console {
    private final Map<String, Function<Visit, Optional<String>>> pages = new TreeMap<>();
    private final Office office;

    /**
     * What the console knows beside the stores.
     *
     * @param departed the nodes that are no longer there
     * @param warnings what an operator should know about the stores
     */
    public record Insight(Departed departed, Supplier<List<StoreWarning>> warnings) {}

    /**
     * @param json writes a tree as text
     * @param largest how many bytes the API takes of a job file
     */
    public Console(Office office, Desk.Look look, Insight insight, Function<Object, String> json, int largest) {
        this.office = office;
        Office.Counters counters = office.counters();
        JobForm form = new JobForm(counters, look, json);
        Upcoming upcoming = new Upcoming(look.crons());
        JobPage job = new JobPage(counters, look, upcoming);
        RunPage run = new RunPage(counters);
        whole("/", new OverviewPage(new Glances(counters, upcoming), look.watch(), insight)::page);
        whole("/jobs", new JobsPage(counters, upcoming)::page);
        whole("/new-job", operators(visit -> form.page(visit, Optional.empty())));
        whole("/import", operators(visit -> ImportPage.page(visit, largest)));
        whole("/runs", new RunsPage(counters)::page);
        whole("/nodes", new NodesPage(counters, look.watch(), insight.departed())::page);
        whole("/schedule", new SchedulePage(counters, look, upcoming)::page);
        whole("/dead-letters", new LettersPage(counters)::page);
        whole("/reconcile", operators(ReconcilePage::page));
        whole("/audit", new AuditPage(office.people().audit())::page);
        whole("/settings", new SettingsPage(office.people())::page);
        pages.put("/jobs/{name}", visit -> job.page(visit, key(visit)));
        pages.put(
                "/edit-job/{name}",
                visit -> counters.jobs().find(visit.who(), key(visit)).map(one -> form.page(visit, Optional.of(one))));
        pages.put("/runs/{task}", visit -> run.page(visit, TaskId.parse(visit.asked("path:task"))));
    }

    /** A page that is of use to operators alone. */
    private static Function<Visit, String> operators(Function<Visit, String> page) {
        return visit -> {
            visit.who().needs(Role.OPERATOR);
            return page.apply(visit);
        };
    }

    private void whole(String path, Function<Visit, String> page) {
        pages.put(path, visit -> Optional.of(page.apply(visit)));
    }

    private static JobKey key(Visit visit) {
        return JobKey.parse(visit.asked("path:name"));
    }

    /**
     * How somebody looks at pages.
     *
     * @param language of the cookie, may be empty
     * @param accepted what the browser says of languages
     * @param theme of the cookie, may be empty
     */
    public record Looks(String language, String accepted, String theme) {
        private Visit.Manner manner(String csrf) {
            String known = theme.equals("dark") || theme.equals("light") ? theme : "";
            return new Visit.Manner(Tongue.of(language, accepted), known, csrf);
        }
    }

    /** The paths of all pages for who is known, their variables in braces. */
    public Iterable<String> paths() {
        return pages.keySet();
    }

    /**
     * A page for who is known.
     *
     * @param path one of {@link #paths}
     * @param csrf proves that a change comes from this session's page
     */
    public Optional<String> page(String path, Caller who, Looks looks, Address address, String csrf) {
        Function<Visit, Optional<String>> page = pages.getOrDefault(path, visit -> Optional.empty());
        return page.apply(new Visit(who, address.path(), looks.manner(csrf), address.query()));
    }

    /** Where a visit is. @param query the parameters, those of the path as {@code path:name} */
    public record Address(String path, Function<String, Optional<String>> query) {}

    /** The page of the login. @param failed why the last try failed: {@code wrong}, {@code wait}, or empty */
    public String login(Looks looks, String name, String failed) {
        Visit.Manner manner = looks.manner("");
        String words = failed.isEmpty() ? "" : manner.tongue().say("login." + failed);
        return EntrancePages.login(manner, name, words);
    }

    /** The page of the set-up link. @param wrong what is wrong with the last try, empty if there was none */
    public String setUp(Looks looks, String link, String name, String wrong) {
        Visit.Manner manner = looks.manner("");
        return office.entrance().setUp().valid(link)
                ? EntrancePages.setUp(manner, link, name, Refusals.in(manner.tongue(), wrong))
                : EntrancePages.spent(manner);
    }

    /** What is said of an address that leads nowhere, or where somebody may not go. */
    public String refusal(Caller who, Looks looks, String csrf, String detail) {
        Visit visit = new Visit(who, "", looks.manner(csrf), name -> Optional.empty());
        return Shell.page(
                visit,
                visit.say("refused.title"),
                Tag.of("p", "problems").text(Refusals.in(visit.manner().tongue(), detail)));
    }
}
