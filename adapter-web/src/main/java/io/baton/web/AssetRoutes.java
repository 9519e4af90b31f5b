package io.baton.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of the pages. There are three, each by its name: no path of a request is a path of a file. */
final class AssetRoutes {
    List<Route> routes() {
        return List.of(
                asset("console.css", "text/css; charset=utf-8"),
                asset("console.js", "text/javascript; charset=utf-8"),
                asset("icon.svg", "image/svg+xml"));
    }

    private static Route asset(String name, String type) {
        byte[] bytes = bytes(name);
        return new Route(
                HandlerType.GET,
                "/assets/" + name,
                Access.OPEN,
                "A file of the console",
                http -> send(http, type, bytes));
    }

    private static void send(Context http, String type, byte[] bytes) {
        http.header("Cache-Control", "public, max-age=3600");
        http.contentType(type).result(bytes);
    }

    private static byte[] bytes(String name) {
        try (InputStream stream = AssetRoutes.class.getResourceAsStream("/console/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("console/" + name + " is missing in this build");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
