package io.baton.bootstrap.settings;

import io.baton.bootstrap.text.PrintableText;

/**
 * Something wrong with the settings.
 *
 * @param setting the setting, option or file that is wrong
 * @param problem its value and what would be legal, without secrets
 */
public record Mistake(String setting, String problem) {
    /** One line for people. */
    public String line() {
        return PrintableText.of((setting.isBlank() ? "'" + setting + "'" : setting) + ": " + problem);
    }
}
