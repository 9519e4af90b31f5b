package io.baton.web;

import io.baton.domain.access.Role;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;

/**
 * One thing that can be asked for.
 *
 * @param path from the root, its variables in braces
 * @param about for people and for {@code /openapi.json}
 */
record Route(HandlerType method, String path, Access access, About about, Handler handler) {
    static final String API = "/api/v1";

    /**
     * What a route does, in words.
     *
     * @param query the names of its query parameters
     */
    record About(String summary, List<String> query) {
        About {
            query = List.copyOf(query);
        }
    }

    /** A route of the API that looks and changes nothing. @param path below {@value #API} */
    static Route look(String path, String summary, Handler handler) {
        return new Route(HandlerType.GET, API + path, Access.VIEWER, new About(summary, List.of()), handler);
    }

    /** A route of the API that changes something. @param path below {@value #API} */
    static Route change(HandlerType method, String path, String summary, Handler handler) {
        return new Route(method, API + path, Access.OPERATOR, new About(summary, List.of()), handler);
    }

    /** A route of the API for admins. @param path below {@value #API} */
    static Route admin(HandlerType method, String path, String summary, Handler handler) {
        return new Route(method, API + path, Access.ADMIN, new About(summary, List.of()), handler);
    }

    /** A route of the API with which somebody changes something of their own. @param path below {@value #API} */
    static Route self(HandlerType method, String path, String summary, Handler handler) {
        return new Route(method, API + path, Access.SELF, new About(summary, List.of()), handler);
    }

    /** The handler, for callers whose role is enough. */
    Handler guarded() {
        Role needed = switch (access) {
            case OPEN, VIEWER, SELF -> Role.VIEWER;
            case OPERATOR -> Role.OPERATOR;
            case ADMIN -> Role.ADMIN;
        };
        return http -> {
            Callers.of(http).needs(needed);
            handler.handle(http);
        };
    }

    /** The same route, with query parameters. */
    Route asking(String... names) {
        return new Route(method, path, access, new About(about.summary(), List.of(names)), handler);
    }
}
