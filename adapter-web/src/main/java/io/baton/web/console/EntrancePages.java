package io.baton.web.console;

/** Pages for who is not known yet. */
final class EntrancePages {
    private EntrancePages() {}

    /** @param wrong what to say of the last try, empty if there was none */
    static String login(Visit.Manner manner, String name, String wrong) {
        Tongue tongue = manner.tongue();
        return Shell.bare(
                manner,
                tongue.say("login.title"),
                form("/login", wrong)
                        .add(
                                Forms.field(
                                        tongue.say("login.name"),
                                        Forms.input("name", name)
                                                .with("autocomplete", "username")
                                                .flag("required", true)
                                                .flag("autofocus", true)),
                                Forms.field(
                                        tongue.say("login.password"), Forms.password("password", "current-password")),
                                Tag.of("button", "primary").text(tongue.say("login.in"))));
    }

    /** @param link the one-time secret */
    static String setUp(Visit.Manner manner, String link, String name, String wrong) {
        Tongue tongue = manner.tongue();
        return Shell.bare(
                manner,
                tongue.say("setup.title"),
                Tag.of("p", "about").text(tongue.say("setup.about")),
                form("/setup", wrong)
                        .add(
                                Tag.of("input")
                                        .with("type", "hidden")
                                        .with("name", "link")
                                        .with("value", link),
                                Forms.field(
                                        tongue.say("login.name"),
                                        Forms.input("name", name)
                                                .with("autocomplete", "username")
                                                .flag("required", true)
                                                .flag("autofocus", true)),
                                Forms.field(
                                        tongue.say("login.password"),
                                        Forms.password("password", "new-password"),
                                        tongue.say("setup.password")),
                                Tag.of("button", "primary").text(tongue.say("setup.make"))));
    }

    static String spent(Visit.Manner manner) {
        Tongue tongue = manner.tongue();
        return Shell.bare(
                manner,
                tongue.say("setup.title"),
                Tag.of("p", "wrong").text(tongue.say("setup.spent")),
                Tag.of("p").add(Parts.link("/login", tongue.say("login.title")).with("class", "button")));
    }

    private static Tag form(String action, String wrong) {
        Tag form = Tag.of("form", "entrance").with("method", "post").with("action", action);
        return wrong.isEmpty()
                ? form
                : form.add(Tag.of("p", "wrong").with("role", "alert").text(wrong));
    }
}
