package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.access.ManageUsers;
import io.baton.application.access.ManageUsers.Result;
import io.baton.domain.access.Account;
import io.baton.domain.access.Rights;
import io.baton.domain.access.UserName;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people who may log in. */
final class UserRoutes {
    private final ManageUsers users;

    UserRoutes(ManageUsers users) {
        this.users = users;
    }

    List<Route> routes() {
        return List.of(
                Route.look("/me", "Who asks, and what they may", this::me),
                Route.self(
                        HandlerType.PUT, "/me/password", "Change one's own password; logs out everywhere", this::own),
                Route.admin(HandlerType.GET, "/users", "All users", this::list),
                Route.admin(HandlerType.POST, "/users", "Make a user", this::create),
                Route.admin(HandlerType.PUT, "/users/{user}/rights", "Change role and groups; logs out", this::rights),
                Route.admin(HandlerType.PUT, "/users/{user}/password", "Set a password; logs out", this::password),
                Route.admin(HandlerType.DELETE, "/users/{user}", "Delete a user", this::delete));
    }

    private void me(Context http) {
        var who = Callers.of(http);
        ObjectNode shape = JsonTree.empty().put("name", who.name());
        Answers.json(http, 200, rights(shape, who.rights()));
    }

    private void list(Context http) {
        Pages.answer(
                http,
                "users",
                users.all(Callers.of(http)),
                account -> account.name().text(),
                UserRoutes::shape);
    }

    private static ObjectNode shape(Account account) {
        return rights(JsonTree.empty().put("name", account.name().text()), account.rights());
    }

    static ObjectNode rights(ObjectNode shape, Rights rights) {
        shape.put("role", rights.role().name().toLowerCase(java.util.Locale.ROOT));
        shape.set("groups", JsonTree.of(rights.scope().groups()));
        return shape;
    }

    private void create(Context http) {
        Members members = new Members(Bodies.members(http, Set.of("name", "password", "role", "groups")));
        UserName name = Problem.at("name", () -> new UserName(members.text("name")));
        Rights rights = members.rights();
        check(users.create(Callers.of(http), name, members.text("password"), rights), name);
        ObjectNode shape = JsonTree.empty().put("name", name.text());
        Answers.json(http, 201, rights(shape, rights));
    }

    private void rights(Context http) {
        UserName name = user(http);
        Rights rights = new Members(Bodies.members(http, Set.of("role", "groups"))).rights();
        check(users.changeRights(Callers.of(http), name, rights), name);
        Answers.json(http, 200, rights(JsonTree.empty().put("name", name.text()), rights));
    }

    private void password(Context http) {
        UserName name = user(http);
        String password = new Members(Bodies.members(http, Set.of("password"))).text("password");
        check(users.setPassword(Callers.of(http), name, password), name);
        http.status(204);
    }

    private void own(Context http) {
        Members members = new Members(Bodies.members(http, Set.of("old", "password")));
        Result result = users.changeOwn(Callers.of(http), members.text("old"), members.text("password"));
        if (result == Result.NOT_FOUND) {
            throw Problem.conflict("a token has no password");
        }
        check(result, new UserName(Callers.of(http).name()));
        SessionCookie.clear(http);
        http.status(204);
    }

    private void delete(Context http) {
        UserName name = user(http);
        check(users.delete(Callers.of(http), name), name);
        http.status(204);
    }

    private static UserName user(Context http) {
        return Problem.at("user", () -> new UserName(http.pathParam("user")));
    }

    private static void check(Result result, UserName name) {
        Optional<Problem> problem = switch (result) {
            case DONE -> Optional.empty();
            case EXISTS -> Optional.of(Problem.conflict("there is a user " + name));
            case NOT_FOUND -> Optional.of(Problem.notFound("there is no user " + name));
            case CONFLICT -> Optional.of(Problem.conflict("the user " + name + " was changed in this moment"));
            case LAST_ADMIN -> Optional.of(Problem.conflict(name + " is the last admin"));
            case WRONG_PASSWORD -> Optional.of(Problem.field("old", "is not the password"));
        };
        problem.ifPresent(p -> {
            throw p;
        });
    }
}
