package io.baton.web;

import io.baton.application.access.DeniedException;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.UnreadableJobException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Turns whatever a route throws into a problem; what is the program's own fault goes to the log, not to the caller. */
final class ProblemAnswers {
    private static final Logger LOG = System.getLogger(ProblemAnswers.class.getName());

    private ProblemAnswers() {}

    static void register(RoutesConfig routes) {
        routes.exception(Problem.class, ProblemAnswers::answer);
        routes.exception(
                IllegalArgumentException.class,
                (e, http) -> answer(Problem.refused(String.valueOf(e.getMessage())), http));
        routes.exception(
                DeniedException.class, (e, http) -> answer(Problem.of(403, String.valueOf(e.getMessage())), http));
        routes.exception(UnreadableJobException.class, (e, http) -> answer(Problem.conflict(e.why()), http));
        routes.exception(StoreException.class, (e, http) -> {
            LOG.log(Level.WARNING, "{0} {1} found no store: {2}", http.method(), http.path(), e.getMessage());
            answer(Problem.of(503, "a store does not answer just now; whether a change was made is unknown"), http);
        });
        routes.exception(HttpResponseException.class, (e, http) -> answer(ofServer(e, http), http));
        routes.exception(Exception.class, (e, http) -> {
            LOG.log(Level.ERROR, http.method() + " " + http.path() + " failed", e);
            answer(Problem.of(500, "an error of the server's; its log tells more"), http);
        });
    }

    /** What Javalin itself refuses: unknown routes and methods. */
    private static Problem ofServer(HttpResponseException e, Context http) {
        return switch (e.getStatus()) {
            case 404 -> Problem.notFound("there is nothing at " + http.path());
            case 405 -> Problem.of(405, http.method() + " does not go with " + http.path());
            default -> Problem.of(e.getStatus(), String.valueOf(e.getMessage()));
        };
    }

    private static void answer(Problem problem, Context http) {
        if (problem.status() == 401) {
            http.header("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == Problem.TOO_MANY) {
            http.header("Retry-After", problem.secondsToWait());
        }
        String detail = Answers.refusal(http, problem.detail());
        Answers.text(http, problem.status(), Problem.CONTENT_TYPE, problem.json(detail));
    }
}
