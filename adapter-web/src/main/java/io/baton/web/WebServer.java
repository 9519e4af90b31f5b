package io.baton.web;

import io.baton.application.core.Desk;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.StoreUnavailableException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Function;

/** The node's HTTP: health for everybody, the API for who bears the token. */
public final class WebServer implements AutoCloseable {
    private static final String BEARER = "Bearer ";
    /** 1 MiB: a job file of some thousand jobs. */
    private static final long LARGEST_BODY = 1 << 20;

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /**
     * @param documents reads YAML or JSON as a tree
     * @throws StoreUnavailableException if the port is taken; it names the setting
     */
    public static WebServer start(
            Desk desk, WebSettings settings, Function<String, Map<String, Object>> documents, Health health) {
        Routes routes = new Routes(desk, documents);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = LARGEST_BODY;
            health(config, health);
            config.routes.before("/api/*", http -> authorise(http, settings));
            jobs(config, routes);
            rest(config, routes);
            errors(config);
        });
        try {
            server.start(settings.bind(), settings.port());
        } catch (RuntimeException e) {
            throw new StoreUnavailableException(
                    "baton.http.port: " + settings.bind() + ":" + settings.port()
                            + " cannot be used: is it taken? Give another port, or 0 for any free one",
                    false,
                    e);
        }
        return new WebServer(server);
    }

    private static void health(JavalinConfig config, Health health) {
        config.routes.get(
                "/health/live",
                http -> http.status(health.live() ? 200 : 503).result(health.live() ? "live\n" : "stuck\n"));
        config.routes.get("/health/ready", http -> {
            boolean ready = health.ready();
            http.status(ready ? 200 : 503).result(ready ? "ready\n" : "not ready\n");
        });
    }

    private static void jobs(JavalinConfig config, Routes routes) {
        config.routes.get("/api/v1/jobs", routes::jobs);
        config.routes.post("/api/v1/jobs", routes::createJob);
        config.routes.post("/api/v1/jobs:apply", routes::apply);
        config.routes.get("/api/v1/jobs/{name}", routes::job);
        config.routes.put("/api/v1/jobs/{name}", routes::updateJob);
        config.routes.delete("/api/v1/jobs/{name}", routes::deleteJob);
        config.routes.post("/api/v1/jobs/{name}/run", routes::run);
        config.routes.post("/api/v1/jobs/{name}/pause", routes::pause);
        config.routes.post("/api/v1/jobs/{name}/resume", routes::resume);
    }

    private static void rest(JavalinConfig config, Routes routes) {
        config.routes.get("/api/v1/runs", routes::runs);
        config.routes.get("/api/v1/runs/{task}", routes::oneRun);
        config.routes.post("/api/v1/runs/{task}/cancel", routes::cancel);
        config.routes.get("/api/v1/nodes", routes::nodes);
        config.routes.post("/api/v1/nodes/{id}/drain", http -> routes.drain(http, true));
        config.routes.post("/api/v1/nodes/{id}/undrain", http -> routes.drain(http, false));
        config.routes.post("/api/v1/reconcile", routes::reconcile);
    }

    private static void errors(JavalinConfig config) {
        config.routes.exception(Problem.class, (problem, http) -> answer(problem, http));
        config.routes.exception(
                IllegalArgumentException.class, (e, http) -> answer(Problem.bad(String.valueOf(e.getMessage())), http));
        config.routes.exception(
                StoreException.class,
                (e, http) -> answer(new Problem(503, "Store unavailable", "a store does not answer just now"), http));
    }

    private static void answer(Problem problem, Context http) {
        http.status(problem.status()).contentType("application/problem+json").result(problem.json());
    }

    /** Constant time in the token's length: nobody learns it letter by letter. */
    private static void authorise(Context http, WebSettings settings) {
        String expected = settings.token()
                .orElseThrow(() -> new Problem(401, "Closed", "BATON_API_TOKEN is not set on this node"));
        String header = http.header("Authorization");
        String given = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        boolean same = MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            throw new Problem(401, "Unauthorised", "the bearer token is missing or wrong");
        }
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
