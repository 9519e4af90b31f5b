package io.baton.web;

import io.javalin.http.Context;

/** The cookie that holds a session's secret: for no script, and for no request that another site makes. */
final class SessionCookie {
    private static final String NAME = "baton_session";
    /** 12 h, as long as the session lasts at most. */
    private static final int SECONDS = 12 * 3600;

    private SessionCookie() {}

    static String read(Context http) {
        String value = http.cookie(NAME);
        return value == null ? "" : value;
    }

    static void write(Context http, String secret) {
        set(http, secret, SECONDS);
    }

    static void clear(Context http) {
        set(http, "", 0);
    }

    private static void set(Context http, String value, int seconds) {
        String secure = http.scheme().equals("https") ? "; Secure" : "";
        http.header(
                "Set-Cookie", NAME + "=" + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + seconds + secure);
    }
}
