package io.baton.web.console;

import io.baton.application.office.Office;
import io.baton.domain.access.Account;
import io.baton.domain.access.ApiToken;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One's own password; for admins users and tokens. */
final class SettingsPage {
    private final Office.People people;

    SettingsPage(Office.People people) {
        this.people = people;
    }

    String page(Visit visit) {
        List<Html> content = new ArrayList<>();
        content.add(own(visit));
        if (visit.may(Role.ADMIN)) {
            content.add(users(visit));
            content.add(tokens(visit));
        }
        return Shell.page(visit, visit.say("settings.title"), content.toArray(Html[]::new));
    }

    private static Html own(Visit visit) {
        return Parts.card(
                visit.say("settings.password"),
                Tag.of("p", "about").text(visit.say("settings.password-about")),
                Tag.of("form", "row")
                        .with("data-form", "PUT /api/v1/me/password")
                        .with("data-goto", "/login")
                        .add(
                                Forms.field(visit.say("settings.old"), Forms.password("old", "current-password")),
                                Forms.field(visit.say("settings.new"), Forms.password("password", "new-password")),
                                Tag.of("button", "primary").text(visit.say("settings.change")),
                                Forms.wrong()));
    }

    private Html users(Visit visit) {
        List<Tag> rows = people.users().all(visit.who()).stream()
                .map(user -> user(visit, user))
                .toList();
        Tag form = Tag.of("form", "row")
                .with("data-form", "POST /api/v1/users")
                .add(
                        Forms.field(
                                visit.say("settings.name"),
                                Forms.input("name", "").flag("required", true)),
                        Forms.field(visit.say("settings.new"), Forms.password("password", "new-password")),
                        rights(visit, "viewer"),
                        groups(visit, ""),
                        Tag.of("button", "primary").text(visit.say("settings.add")),
                        Forms.wrong());
        return Parts.card(
                visit.say("settings.users"),
                Parts.table(
                        List.of(visit.say("settings.name"), visit.say("settings.rights"), ""),
                        rows,
                        visit.say("settings.none")),
                form);
    }

    private static Tag user(Visit visit, Account user) {
        String path = "/api/v1/users/" + Parts.url(user.name().text());
        Tag form = Tag.of("form", "row")
                .with("data-form", "PUT " + path + "/rights")
                .add(
                        rights(visit, word(user.rights().role())),
                        groups(visit, user.rights().scope().text()),
                        Tag.of("button").text(visit.say("settings.change")),
                        Forms.wrong());
        Tag password = Tag.of("form", "row")
                .with("data-form", "PUT " + path + "/password")
                .add(
                        Forms.field(visit.say("settings.new"), Forms.password("password", "new-password")),
                        Tag.of("button").text(visit.say("settings.reset")),
                        Forms.wrong());
        return Parts.row(
                Html.text(user.name().text()),
                Html.all(List.of(form, password)),
                Parts.carefulButton(visit.say("act.delete"), "DELETE " + path, visit.say("ask.delete", user.name())));
    }

    private Html tokens(Visit visit) {
        List<Tag> rows = people.tokens().all(visit.who()).stream()
                .map(token -> token(visit, token))
                .toList();
        Tag form = Tag.of("form", "row")
                .with("data-form", "POST /api/v1/tokens")
                .with("data-secret", visit.say("settings.secret"))
                .add(
                        Forms.field(
                                visit.say("settings.label"),
                                Forms.input("label", "").flag("required", true)),
                        rights(visit, "viewer"),
                        groups(visit, ""),
                        Forms.field(
                                visit.say("settings.days"),
                                Forms.input("days", "")
                                        .with("inputmode", "numeric")
                                        .with("data-type", "int")),
                        Tag.of("button", "primary").text(visit.say("settings.add")),
                        Forms.wrong());
        return Parts.card(
                visit.say("settings.tokens"),
                Parts.table(
                        List.of(
                                visit.say("settings.label"),
                                visit.say("settings.rights"),
                                visit.say("settings.made"),
                                visit.say("settings.expires"),
                                ""),
                        rows,
                        visit.say("settings.no-tokens")),
                form);
    }

    private static Tag token(Visit visit, ApiToken token) {
        return Parts.row(
                Tag.of("span").text(token.label()).add(Tag.of("small", "below").text(token.id())),
                Html.text(words(visit, token.rights())),
                Tag.of("span")
                        .add(Parts.time(token.life().madeAt()))
                        .add(Tag.of("small", "below").text(token.life().madeBy())),
                Parts.time(token.life().expiresAt()),
                Parts.carefulButton(
                        visit.say("act.revoke"),
                        "DELETE /api/v1/tokens/" + Parts.url(token.id()),
                        visit.say("ask.revoke", token.label())));
    }

    private static String words(Visit visit, Rights rights) {
        String role = visit.say("role." + rights.role().name());
        return rights.scope().all() ? role : role + ": " + rights.scope().text();
    }

    private static Html rights(Visit visit, String chosen) {
        Tag select = Tag.of("select").with("name", "role");
        for (Role role : Role.values()) {
            select.add(Forms.option(word(role), visit.say("role." + role.name()), chosen));
        }
        return Forms.field(visit.say("settings.role"), select);
    }

    private static Html groups(Visit visit, String groups) {
        return Forms.field(
                visit.say("settings.groups"),
                Forms.input("groups", groups)
                        .with("data-type", "list")
                        .with("placeholder", visit.say("settings.all-groups")));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
