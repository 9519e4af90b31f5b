package io.baton.web.console;

import java.util.List;

/** Fields of forms, each with its label. */
final class Forms {
    private Forms() {}

    static Tag option(String value, String text, String chosen) {
        return Tag.of("option")
                .with("value", value)
                .flag("selected", value.equals(chosen))
                .text(text);
    }

    static Tag field(String label, Tag input) {
        return Tag.of("label", "field").add(Tag.of("span").text(label), input);
    }

    static Tag field(String label, Tag input, String hint) {
        return field(label, input).add(Tag.of("small").text(hint));
    }

    static Tag input(String name, String value) {
        return Tag.of("input").with("name", name).with("value", value).with("autocomplete", "off");
    }

    static Tag password(String name, String kind) {
        return Tag.of("input")
                .with("type", "password")
                .with("name", name)
                .with("autocomplete", kind)
                .flag("required", true);
    }

    /** A choice of a job file's words, each with what it means in the reader's language behind it. */
    static Tag select(Visit visit, String name, String chosen, List<String> values) {
        Tag select = Tag.of("select").with("name", name);
        values.forEach(value ->
                select.add(option(value, visit.say("choice." + name + "." + value) + " (" + value + ")", chosen)));
        return select;
    }

    static Tag area(String name, String value, int rows) {
        return Tag.of("textarea")
                .with("name", name)
                .with("rows", String.valueOf(rows))
                .with("spellcheck", "false")
                .text(value);
    }

    /** Where the script writes what is wrong. */
    static Tag wrong() {
        return Tag.of("p", "wrong").with("role", "alert").flag("data-wrong", true);
    }
}
