package io.baton.web.console;

/** Where a whole job file is pasted. */
final class ImportPage {
    private ImportPage() {}

    static String page(Visit visit) {
        return Shell.page(
                visit,
                visit.say("import.title"),
                Tag.of("form", "card")
                        .flag("data-import", true)
                        .add(
                                Tag.of("p").text(visit.say("import.about")),
                                Forms.field(visit.say("import.file"), Forms.area("file", "", 16)),
                                Tag.of("p", "tools")
                                        .add(
                                                Tag.of("button")
                                                        .with("type", "button")
                                                        .flag("data-dry", true)
                                                        .text(visit.say("import.dry")),
                                                Tag.of("button", "primary")
                                                        .with("type", "submit")
                                                        .text(visit.say("import.apply"))),
                                Forms.wrong(),
                                Tag.of("div").flag("data-lines", true)));
    }
}
