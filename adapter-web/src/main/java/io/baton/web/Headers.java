package io.baton.web;

import io.javalin.http.Context;

/** What every answer tells the browser: nothing here is for frames, sniffers, caches or other sites. */
final class Headers {
    /** Of pages: what they load and call is of this site; scripts and styles are files, never lines of a page. */
    static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

    private Headers() {}

    static void put(Context http) {
        http.header("X-Content-Type-Options", "nosniff");
        http.header("X-Frame-Options", "DENY");
        http.header("Content-Security-Policy", POLICY);
        http.header("Referrer-Policy", "no-referrer");
        http.header("Cross-Origin-Opener-Policy", "same-origin");
        http.header("Cross-Origin-Resource-Policy", "same-origin");
        http.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        http.header("Cache-Control", "no-store");
        if (http.scheme().equals("https")) {
            http.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
