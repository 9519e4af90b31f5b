package io.baton.web.console;

/** Where a whole job file is chosen, dropped or pasted, looked through, and applied. The script reads a file into the text. */
final class ImportPage {
    private static final int KIB = 1024;

    private ImportPage() {}

    /** @param largest how many bytes of a file are taken */
    static String page(Visit visit, int largest) {
        return Shell.page(
                visit,
                visit.say("import.title"),
                Tag.of("form", "card")
                        .flag("data-import", true)
                        .with("data-largest", String.valueOf(largest))
                        .with("data-too-large", visit.say("import.too-large", largest / KIB))
                        .with("data-no-text", visit.say("import.no-text"))
                        .with("data-several", visit.say("import.several"))
                        .with("data-headings", visit.say("import.headings"))
                        .with("data-created", visit.say("import.created"))
                        .with("data-updated", visit.say("import.updated"))
                        .with("data-unchanged", visit.say("import.unchanged"))
                        .with("data-refused", visit.say("import.refused"))
                        .add(
                                Tag.of("p").text(visit.say("import.about")),
                                drop(visit),
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

    /** The browser's own words for a choice of files are in its language and not in the reader's: they are hidden. */
    private static Tag drop(Visit visit) {
        return Tag.of("label", "drop")
                .add(
                        Tag.of("input")
                                .with("type", "file")
                                .with("accept", ".yaml,.yml,.json,application/yaml,application/json,text/plain")
                                .flag("data-file", true),
                        Tag.of("span").text(visit.say("import.choose")),
                        Tag.of("small").flag("data-taken", true).with("aria-live", "polite"));
    }
}
