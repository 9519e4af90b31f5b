package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.access.ManageTokens;
import io.baton.domain.access.ApiToken;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens of programs. */
final class TokenRoutes {
    private static final int MOST_DAYS = 3650;

    private final ManageTokens tokens;

    TokenRoutes(ManageTokens tokens) {
        this.tokens = tokens;
    }

    List<Route> routes() {
        return List.of(
                Route.admin(HandlerType.GET, "/tokens", "All tokens, without their secrets", this::list),
                Route.admin(HandlerType.POST, "/tokens", "Make a token; its secret is told this once", this::create),
                Route.admin(HandlerType.DELETE, "/tokens/{id}", "Revoke a token", this::revoke));
    }

    private void list(Context http) {
        Pages.answer(http, "tokens", tokens.all(Callers.of(http)), ApiToken::id, TokenRoutes::shape);
    }

    private void create(Context http) {
        Members members = new Members(Bodies.members(http, Set.of("label", "role", "groups", "days")));
        ManageTokens.Made made =
                tokens.create(Callers.of(http), members.text("label"), members.rights(), days(members));
        Answers.json(http, 201, shape(made.token()).put("secret", made.secret()));
    }

    private static Optional<Duration> days(Members members) {
        Object days = members.values().get("days");
        if (days == null) {
            return Optional.empty();
        }
        if (!(days instanceof Integer number) || number < 1 || number > MOST_DAYS) {
            throw Problem.field("days", "a whole number from 1 to " + MOST_DAYS + " is expected");
        }
        return Optional.of(Duration.ofDays(number));
    }

    private void revoke(Context http) {
        String id = http.pathParam("id");
        if (!tokens.revoke(Callers.of(http), id)) {
            throw Problem.notFound("there is no token " + id);
        }
        http.status(204);
    }

    private static ObjectNode shape(ApiToken token) {
        ObjectNode shape = JsonTree.empty().put("id", token.id()).put("label", token.label());
        UserRoutes.rights(shape, token.rights());
        shape.put("madeBy", token.life().madeBy());
        shape.put("madeAt", Answers.time(token.life().madeAt()));
        Answers.time(shape, "expiresAt", token.life().expiresAt());
        return shape;
    }
}
