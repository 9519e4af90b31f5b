package io.baton.web;

import io.baton.application.access.Caller;
import io.javalin.http.Context;

/** Who asks, as the doorkeeper found out. */
final class Callers {
    private static final String KEY = "baton.caller";
    private static final String SESSION = "baton.session";

    private Callers() {}

    static void is(Context http, Caller caller) {
        http.attribute(KEY, caller);
    }

    /** @throws Problem 401 if nobody known asks: a route that is open calls no use case that needs somebody */
    static Caller of(Context http) {
        Caller caller = http.attribute(KEY);
        if (caller == null) {
            throw Problem.of(401, "nobody is logged in");
        }
        return caller;
    }

    /** The caller came with this session. @param secret of its cookie */
    static void session(Context http, String secret) {
        http.attribute(SESSION, secret);
    }

    /** The secret of the session that the caller came with; empty for a token's bearer. */
    static String session(Context http) {
        String secret = http.attribute(SESSION);
        return secret == null ? "" : secret;
    }

    /** Where the request comes from: the other end of the connection, never what a header claims. */
    static String address(Context http) {
        return http.ip();
    }
}
