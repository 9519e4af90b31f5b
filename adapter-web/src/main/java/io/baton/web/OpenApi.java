package io.baton.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes the routes in the words of OpenAPI 3.1, made from the table itself so that it cannot lag behind. */
final class OpenApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private OpenApi() {}

    /** The route that tells of all others. */
    static Route route(List<Route> others) {
        String description = describe(others).toString();
        return new Route(
                HandlerType.GET,
                "/openapi.json",
                Access.VIEWER,
                new Route.About("This description", List.of()),
                http -> Answers.text(http, 200, "application/json", description));
    }

    private static ObjectNode describe(List<Route> routes) {
        ObjectNode root = JsonTree.empty().put("openapi", "3.1.0");
        root.putObject("info").put("title", "Baton").put("version", "1");
        ObjectNode bearer =
                root.putObject("components").putObject("securitySchemes").putObject("token");
        bearer.put("type", "http").put("scheme", "bearer");
        ObjectNode paths = root.putObject("paths");
        routes.forEach(route -> operation(
                route,
                paths.withObjectProperty(route.path())
                        .putObject(route.method().name().toLowerCase(Locale.ROOT))));
        return root;
    }

    private static void operation(Route route, ObjectNode operation) {
        operation.put("summary", route.about().summary());
        ArrayNode parameters = operation.putArray("parameters");
        Matcher variables = VARIABLE.matcher(route.path());
        while (variables.find()) {
            parameter(variables.group(1), "path", parameters.addObject().put("required", true));
        }
        route.about().query().forEach(name -> parameter(name, "query", parameters.addObject()));
        ArrayNode security = operation.putArray("security");
        if (route.access() != Access.OPEN) {
            security.addObject().putArray("token");
        }
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("2XX").put("description", "Done");
        ObjectNode problem = responses.putObject("default").put("description", "A problem (RFC 9457)");
        problem.putObject("content").putObject(Problem.CONTENT_TYPE);
    }

    private static void parameter(String name, String in, ObjectNode parameter) {
        parameter.put("name", name).put("in", in);
        parameter.putObject("schema").put("type", "string");
    }
}
