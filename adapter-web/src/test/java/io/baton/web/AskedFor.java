package io.baton.web;

import io.baton.application.access.Caller;
import io.baton.domain.access.Rights;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a route's handler reads of a request that is not there: it is handed a false one that remembers. */
final class AskedFor {
    /** By the rules of OpenAPI these are no parameters. */
    private static final Set<String> NO_PARAMETERS = Set.of("Accept", "Content-Type", "Authorization");

    private static final Map<String, String> PATH =
            Map.of("name", "A.job", "task", "A.job@r-1", "id", "none", "version", "1", "user", "none");
    /** Without it the others are not looked at. */
    private static final Map<String, String> QUERY = Map.of("cron", "0 0 6 * * ?");

    private static final String BODY = "{\"jobs\":[]}";

    private final Set<String> query = new TreeSet<>();
    private final Set<String> headers = new TreeSet<>();
    private boolean body;

    private AskedFor() {}

    /** Of a node that has the job A.job, and its run r-1: what looks for them goes on then. */
    static AskedFor of(Route route) {
        AskedFor asked = new AskedFor();
        Context http = (Context) Proxy.newProxyInstance(
                AskedFor.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> asked.answer((Context) proxy, method, arguments));
        try {
            route.handler().handle(http);
        } catch (Problem | IllegalArgumentException e) {
            // There is no such node, letter or user, or the body is of another route; what was read until then counts.
            return asked;
        } catch (Exception e) {
            throw new IllegalStateException(route.path() + " fell over a false request", e);
        }
        return asked;
    }

    private @Nullable Object answer(Context http, Method method, Object @Nullable [] arguments) {
        String first = arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
        return switch (method.getName()) {
            case "queryParam" -> queryParam(first);
            case "header" -> Objects.requireNonNull(arguments).length == 1 ? header(first) : http;
            case "pathParam" -> PATH.get(first);
            case "attribute" -> first.equals("baton.caller") ? new Caller("test", Rights.ADMIN, "here") : null;
            case "bodyInputStream" -> stream();
            case "contentLength" -> BODY.length();
            case "host" -> "127.0.0.1";
            case "scheme" -> "http";
            case "ip", "path" -> "";
            default -> Context.class.equals(method.getReturnType()) ? http : null;
        };
    }

    private @Nullable String queryParam(String name) {
        query.add(name);
        return QUERY.get(name);
    }

    private @Nullable String header(String name) {
        if (!NO_PARAMETERS.contains(name)) {
            headers.add(name);
        }
        return null;
    }

    private InputStream stream() {
        body = true;
        return new ByteArrayInputStream(BODY.getBytes(StandardCharsets.UTF_8));
    }

    Set<String> query() {
        return query;
    }

    Set<String> headers() {
        return headers;
    }

    boolean body() {
        return body;
    }
}
