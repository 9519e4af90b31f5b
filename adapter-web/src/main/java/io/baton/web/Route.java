package io.baton.web;

import io.baton.domain.access.Role;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One thing that can be asked for.
 *
 * @param path from the root, its variables in braces
 * @param summary what it does, for people and for {@code /openapi.json}
 */
record Route(HandlerType method, String path, Access access, String summary, Handler handler) {
    static final String API = "/api/v1";

    /** A route of the API that looks and changes nothing. @param path below {@value #API} */
    static Route look(String path, String summary, Handler handler) {
        return new Route(HandlerType.GET, API + path, Access.VIEWER, summary, handler);
    }

    /** A route of the API that changes something. @param path below {@value #API} */
    static Route change(HandlerType method, String path, String summary, Handler handler) {
        return new Route(method, API + path, Access.OPERATOR, summary, handler);
    }

    /** A route of the API for admins. @param path below {@value #API} */
    static Route admin(HandlerType method, String path, String summary, Handler handler) {
        return new Route(method, API + path, Access.ADMIN, summary, handler);
    }

    /** A route of the API with which somebody changes something of their own. @param path below {@value #API} */
    static Route self(HandlerType method, String path, String summary, Handler handler) {
        return new Route(method, API + path, Access.SELF, summary, handler);
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
}
