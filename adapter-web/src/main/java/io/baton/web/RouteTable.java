package io.baton.web;

import io.baton.application.core.Desk;
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

    static RouteTable of(Desk desk, Bodies bodies, Health health) {
        Desk.Look look = desk.look();
        Desk.Work work = desk.work();
        JobShape shape = new JobShape(look);
        List<Route> all = new ArrayList<>(new HealthRoutes(health).routes());
        all.addAll(new JobRoutes(work.jobs(), look.readings(), shape, bodies).routes());
        all.addAll(new JobFileRoutes(work.files(), look, bodies).routes());
        all.addAll(new RunRoutes(work, look.readings()).routes());
        all.addAll(new NodeRoutes(work.reconcile(), look).routes());
        all.addAll(new DeadLetterRoutes(look.readings(), new DeadLetterReplay(work.run(), look.readings())).routes());
        all.addAll(new ScheduleRoutes(look).routes());
        all.add(OpenApi.route(all));
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
