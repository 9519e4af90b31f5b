package io.baton.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is measured, for Prometheus. Open on loopback, where it is asked for by a loopback name; else for who is known. */
final class MetricsRoutes {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final Supplier<String> metrics;
    private final boolean open;

    MetricsRoutes(Supplier<String> metrics, String bind) {
        this.metrics = metrics;
        this.open = LOOPBACK.contains(bind);
    }

    List<Route> routes() {
        return List.of(new Route(
                HandlerType.GET,
                "/metrics",
                open ? Access.OPEN : Access.VIEWER,
                "What is measured, in Prometheus' text format",
                this::metrics));
    }

    /** A page of another site could have its own name lead here; then the request bears that name. */
    private void metrics(Context http) {
        String asked = Optional.ofNullable(http.host()).orElse("");
        String host = asked.replaceFirst(":[0-9]+$", "");
        if (open && !LOOPBACK.contains(host)) {
            throw Problem.of(403, "this node tells its metrics to loopback names only");
        }
        Answers.text(http, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.get());
    }
}
