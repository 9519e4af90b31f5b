package io.baton.web;

import io.baton.application.access.Caller;
import io.baton.application.access.DeniedException;
import io.baton.application.access.Login;
import io.baton.application.access.Secrets;
import io.baton.application.office.Office;
import io.baton.web.console.Console;
import io.baton.web.console.Console.Looks;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The console: its pages for who is known, the way in for who is not, and the way out. */
final class ConsoleRoutes {
    private final Console console;
    private final Office.Entrance entrance;

    ConsoleRoutes(Console console, Office.Entrance entrance) {
        this.console = console;
        this.entrance = entrance;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        console.paths().forEach(path -> routes.add(page(path)));
        routes.add(open(HandlerType.GET, "/login", http -> html(http, 200, console.login(looks(http), "", ""))));
        routes.add(open(HandlerType.POST, "/login", this::login));
        routes.add(open(HandlerType.GET, "/setup", this::setUpPage));
        routes.add(open(HandlerType.POST, "/setup", this::setUp));
        routes.add(new Route(HandlerType.POST, "/logout", Access.SELF, "Log out", this::logout));
        return routes;
    }

    private static Route open(HandlerType method, String path, io.javalin.http.Handler handler) {
        return new Route(method, path, Access.OPEN, "The way in", handler);
    }

    private Route page(String path) {
        return new Route(HandlerType.GET, path, Access.VIEWER, "A page of the console", http -> page(path, http));
    }

    private void page(String path, Context http) {
        Caller who = Callers.of(http);
        String csrf = csrf(http);
        Console.Address address = new Console.Address(http.path(), name -> parameter(http, name));
        try {
            Optional<String> page = console.page(path, who, looks(http), address, csrf);
            html(
                    http,
                    page.isPresent() ? 200 : 404,
                    page.orElseGet(() -> console.refusal(who, looks(http), csrf, "404 · " + http.path())));
        } catch (DeniedException e) {
            html(http, 403, console.refusal(who, looks(http), csrf, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            html(http, 400, console.refusal(who, looks(http), csrf, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<String> parameter(Context http, String name) {
        return name.startsWith("path:")
                ? Optional.of(http.pathParam(name.substring("path:".length())))
                : Optional.ofNullable(http.queryParam(name));
    }

    /** Of a token's bearer there is no session to prove; such a caller sends no form. */
    private static String csrf(Context http) {
        String session = Callers.session(http);
        return session.isEmpty() ? "" : Secrets.csrfToken(session);
    }

    private void login(Context http) {
        ownSite(http);
        String name = form(http, "name");
        Login.Reply reply = entrance.login().login(name, form(http, "password"), Callers.address(http));
        if (reply.secret().isPresent()) {
            enter(http, reply.secret().get());
        } else {
            boolean unheard = !reply.pause().isZero();
            if (unheard) {
                http.header("Retry-After", String.valueOf(reply.pause().toSeconds() + 1));
            }
            html(http, unheard ? 429 : 401, console.login(looks(http), name, unheard ? "wait" : "wrong"));
        }
    }

    private void setUpPage(Context http) {
        String link = Optional.ofNullable(http.queryParam("link")).orElse("");
        html(http, 200, console.setUp(looks(http), link, "", ""));
    }

    private void setUp(Context http) {
        ownSite(http);
        String link = form(http, "link");
        String name = form(http, "name");
        try {
            Optional<String> secret = entrance.setUp().use(link, name, form(http, "password"), Callers.address(http));
            if (secret.isPresent()) {
                enter(http, secret.get());
            } else {
                html(http, 403, console.setUp(looks(http), "", name, ""));
            }
        } catch (IllegalArgumentException e) {
            html(http, 400, console.setUp(looks(http), link, name, String.valueOf(e.getMessage())));
        }
    }

    private void logout(Context http) {
        entrance.login().logout(Callers.session(http));
        SessionCookie.clear(http);
        http.redirect("/login", io.javalin.http.HttpStatus.SEE_OTHER);
    }

    private static void enter(Context http, String secret) {
        SessionCookie.write(http, secret);
        http.redirect("/", io.javalin.http.HttpStatus.SEE_OTHER);
    }

    /** Another site must not log somebody in as somebody else. Browsers say where a form comes from. */
    private static void ownSite(Context http) {
        String from = http.header("Sec-Fetch-Site");
        if (from != null && !from.equals("same-origin") && !from.equals("none")) {
            throw Problem.of(403, "this form is to be sent from its own page");
        }
    }

    private static String form(Context http, String name) {
        return Optional.ofNullable(http.formParam(name)).orElse("");
    }

    private static Looks looks(Context http) {
        return new Looks(
                Optional.ofNullable(http.cookie("baton_lang")).orElse(""),
                Optional.ofNullable(http.header("Accept-Language")).orElse(""),
                Optional.ofNullable(http.cookie("baton_theme")).orElse(""));
    }

    private static void html(Context http, int status, String page) {
        http.header("Content-Security-Policy", Headers.PAGE_POLICY);
        Answers.text(http, status, "text/html; charset=utf-8", page);
    }
}
