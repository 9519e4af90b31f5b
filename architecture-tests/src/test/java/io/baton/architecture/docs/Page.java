package io.baton.architecture.docs;

import io.baton.architecture.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page in Markdown.
 *
 * @param path from the project's root, with slashes
 */
record Page(String path, String text) {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern INLINE = Pattern.compile("`[^`]*`");
    private static final Pattern LED = Pattern.compile("\\]\\([^)\\s]+\\)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

    static Page of(String path) {
        return new Page(path, Root.text(path));
    }

    /** The pages beside the root pom, those of the guide and those of the examples. */
    static List<Page> all() {
        List<Path> files = new ArrayList<>(list(Root.at(""), 1));
        files.addAll(list(Root.at("docs"), 9));
        files.addAll(list(Root.at("examples"), 1));
        return files.stream()
                .map(file -> Root.at("").relativize(file).toString().replace('\\', '/'))
                .sorted()
                .map(Page::of)
                .toList();
    }

    /** Where links lead, as they are written; those inside blocks of code are none. */
    List<String> links() {
        return LINK.matcher(FENCED.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The numbers in its words, sorted: those inside code and in where links lead are none. */
    List<String> numbers() {
        String words = FENCED.matcher(text).replaceAll("");
        words = INLINE.matcher(words).replaceAll("");
        words = LED.matcher(words).replaceAll("]");
        return NUMBER.matcher(words).results().map(MatchResult::group).sorted().toList();
    }

    /** The blocks of code in a language. */
    List<String> code(String language) {
        return FENCED.matcher(text)
                .results()
                .filter(found -> found.group(1).equals(language))
                .map(found -> found.group(2))
                .toList();
    }

    /** Cut before every heading; the first part is what stands above the first. */
    List<Page> sections() {
        List<StringBuilder> sections = new ArrayList<>(List.of(new StringBuilder()));
        boolean fenced = false;
        for (String line : text.split("\n", -1)) {
            fenced ^= line.startsWith("```");
            if (line.startsWith("#") && !fenced) {
                sections.add(new StringBuilder());
            }
            sections.get(sections.size() - 1).append(line).append('\n');
        }
        return sections.stream()
                .map(section -> new Page(path, section.toString()))
                .toList();
    }

    /** The first line. */
    String heading() {
        return text.lines().findFirst().orElse("");
    }

    /** The cells of every row of the page's tables, heads and rulers left out. */
    List<List<String>> rows() {
        return text.lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|--"))
                .map(line -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableList()))
                .toList();
    }

    private static List<Path> list(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
