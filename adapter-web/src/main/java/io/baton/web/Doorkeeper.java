package io.baton.web;

import io.baton.application.access.Admission;
import io.baton.application.access.Caller;
import io.baton.application.access.Secrets;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who bears a token or has logged in. Closed unless opened: a path that is not open by name needs it, known or not.
 * What a session asks to change must also carry the session's CSRF token, which no other site can know. An event stream counts
 * once against what its caller may ask: when it is opened.
 */
final class Doorkeeper {
    private static final String SCHEME = "Bearer ";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Admission admission;
    private final Set<String> open;

    /** @param open the paths that need nobody, and are not counted */
    Doorkeeper(Admission admission, Set<String> open) {
        this.admission = admission;
        this.open = Set.copyOf(open);
    }

    void check(Context http) {
        if (open.contains(http.path())) {
            return;
        }
        Optional<Caller> caller = given(http).isPresent() ? bearer(http) : session(http);
        if (caller.isPresent()) {
            Callers.is(http, caller.get());
        } else if (http.method().name().equals("GET") && wantsPage(http)) {
            http.redirect("/login");
            http.skipRemainingHandlers();
        } else {
            throw Problem.of(
                    401,
                    "log in, or send a token that holds: 'Authorization: Bearer …' (with the commands of the jar: --token=…,"
                            + " or BATON_TOKEN in the environment)");
        }
    }

    private Optional<Caller> bearer(Context http) {
        return heard(admission.byToken(given(http).orElse(""), Callers.address(http)));
    }

    private static Optional<Caller> heard(Admission.Reply reply) {
        return reply.fold(Optional::of, nobody -> Optional.empty(), unheard -> {
            throw Problem.later(unheard.pause(), unheard.why());
        });
    }

    private Optional<Caller> session(Context http) {
        String secret = SessionCookie.read(http);
        Optional<Caller> caller = heard(admission.bySession(secret, Callers.address(http)));
        if (caller.isPresent()) {
            Callers.session(http, secret);
            if (!HARMLESS.contains(http.method().name()) && !provesItsPage(http, secret)) {
                throw Problem.of(403, "the CSRF token is missing or wrong: load the page anew");
            }
        }
        return caller;
    }

    private static boolean provesItsPage(Context http, String secret) {
        String header = http.header("X-CSRF-Token");
        String given = header == null && isForm(http) ? http.formParam("csrf") : header;
        return given != null && Secrets.same(given, Secrets.csrfToken(secret));
    }

    private static boolean isForm(Context http) {
        String type = http.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    private static boolean wantsPage(Context http) {
        String accept = http.header("Accept");
        return accept != null && accept.contains("text/html") && !http.path().startsWith("/api/");
    }

    /** What the header says; empty if there is none, or it is of another scheme. */
    private static Optional<String> given(Context http) {
        String header = http.header("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return Optional.of(bearer ? header.substring(SCHEME.length()).strip() : "");
    }
}
