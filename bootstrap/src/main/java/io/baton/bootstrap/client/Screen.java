package io.baton.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.text.PrintableText;
import java.io.PrintWriter;

/**
 * Where a command prints: words and tables for people, or JSON for programs.
 *
 * @param json whether JSON is wanted
 */
record Screen(PrintWriter out, boolean json) {

    /** Prints the words, or the tree. */
    int say(String words, JsonNode tree) {
        if (json) {
            out.println(tree);
        } else {
            out.println(PrintableText.of(words));
        }
        return ExitCode.DONE;
    }

    /** Prints the table, or the tree. */
    int show(Table table, JsonNode tree) {
        if (json) {
            out.println(tree);
        } else {
            table.lines().forEach(out::println);
        }
        return ExitCode.DONE;
    }
}
