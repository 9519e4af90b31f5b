package io.baton.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/** Whether the node lives, and whether it may get traffic. Open to all, and so without any detail. */
final class HealthRoutes {
    private final Health health;

    HealthRoutes(Health health) {
        this.health = health;
    }

    List<Route> routes() {
        return List.of(
                open("/health/live", "200 while the node's loops go round; asks no store", this::live),
                open("/health/ready", "200 while the node may get traffic, else 503", this::ready));
    }

    private static Route open(String path, String summary, io.javalin.http.Handler handler) {
        return new Route(HandlerType.GET, path, Access.OPEN, summary, handler);
    }

    private void live(Context http) {
        answer(http, health.live(), "live", "stuck");
    }

    private void ready(Context http) {
        answer(http, health.ready(), "ready", "not ready");
    }

    private static void answer(Context http, boolean well, String yes, String no) {
        Answers.text(http, well ? 200 : 503, "text/plain", (well ? yes : no) + "\n");
    }
}
