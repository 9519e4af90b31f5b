package io.baton.web;

import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.web.console.Console;
import io.baton.web.console.Departed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every route there is, in one place: what is not in this table does not answer. */
final class RouteTable {
    private final List<Route> routes;

    private RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** What routes need beside what they are about. @param bind where the server listens */
    record Surroundings(Bodies bodies, Vitals vitals, Streams streams, String bind) {}

    static RouteTable of(Desk.Look look, Office office, Surroundings surroundings) {
        Bodies bodies = surroundings.bodies();
        Streams streams = surroundings.streams();
        Office.Counters counters = office.counters();
        Office.People people = office.people();
        JobShape shape = new JobShape(look);
        List<Route> all = new ArrayList<>(new HealthRoutes(surroundings.vitals().health()).routes());
        all.addAll(new JobRoutes(counters.jobs(), look.readings(), shape, bodies).routes());
        all.addAll(new JobFileRoutes(counters.jobs(), look, bodies).routes());
        all.addAll(new RunRoutes(counters.runs(), counters.jobs()).routes());
        all.addAll(new NodeRoutes(counters.cluster(), look).routes());
        all.addAll(new DeadLetterRoutes(counters.letters(), new DeadLetterReplay(counters.letters(), look.readings()))
                .routes());
        all.addAll(new ScheduleRoutes(look).routes());
        all.addAll(new LogRoutes(counters.runs(), streams).routes());
        all.addAll(new EventRoutes(look.readings(), streams).routes());
        all.addAll(new UserRoutes(people.users()).routes());
        all.addAll(new TokenRoutes(people.tokens()).routes());
        all.addAll(new AuditRoutes(people.audit()).routes());
        all.addAll(new MetricsRoutes(surroundings.vitals().metrics(), surroundings.bind()).routes());
        all.add(OpenApi.route(all));
        Departed departed = new Departed();
        streams.beside(() -> departed.look(look.watch().view()));
        all.addAll(new ConsoleRoutes(
                        new Console(
                                office,
                                look,
                                new Console.Insight(
                                        departed, surroundings.vitals().warnings()),
                                JsonTree::text,
                                Bodies.LARGEST),
                        office.entrance())
                .routes());
        all.addAll(new AssetRoutes().routes());
        return new RouteTable(all);
    }

    List<Route> routes() {
        return routes;
    }

    /** The paths that answer without authentication. */
    Set<String> openPaths() {
        return routes.stream()
                .filter(route -> route.access() == Access.OPEN)
                .map(Route::path)
                .collect(Collectors.toUnmodifiableSet());
    }
}
