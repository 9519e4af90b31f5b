package io.baton.resilience.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A planted bug: one place of the product's source is replaced, in a Java file or in a resource. They live in three lists
 * beside this class, never in a jar that is shipped.
 *
 * @param words what it takes away
 * @param file of the source, from the project's root
 */
record Mutant(String name, String words, String file, Change change, Hunter hunter) {
    private static final String RESOURCES = "/main/resources/";

    /**
     * @param take what stands there once
     * @param give what stands there instead
     */
    record Change(String take, String give) {}

    static List<Mutant> all() throws IOException {
        return Stream.of(bySeeds(), byTests(), byServers())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that the simulation catches. */
    static List<Mutant> bySeeds() throws IOException {
        return listed("mutants.txt");
    }

    /** Those that no seed reaches, each with the test that catches it. */
    static List<Mutant> byTests() throws IOException {
        return listed("mutants-by-test.txt");
    }

    /** Those of what is said to a server and done there, each with the test that catches it over a real one. */
    static List<Mutant> byServers() throws IOException {
        return listed("mutants-by-server.txt");
    }

    private static List<Mutant> listed(String list) throws IOException {
        try (InputStream in = Mutant.class.getResourceAsStream(list)) {
            if (in == null) {
                throw new IllegalStateException(list + " is missing");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private static List<Mutant> read(List<String> lines) {
        List<Mutant> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("mutant ")) {
                String[] head = after("mutant ", lines.get(i)).split(": ", 2);
                String file = after("file ", lines.get(i + 1));
                Change change = new Change(after("take ", lines.get(i + 2)), after("give ", lines.get(i + 3)));
                String last = i + 4 < lines.size() ? lines.get(i + 4) : "";
                all.add(new Mutant(head[0], head[1], file, change, hunter(last)));
            }
        }
        return all;
    }

    private static Hunter hunter(String line) {
        if (line.startsWith("test ")) {
            return Hunter.ByTest.parse(after("test ", line));
        }
        return new Hunter.BySeeds(line.startsWith("seed ") ? Long.parseLong(after("seed ", line)) : 0);
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new IllegalStateException(
                    "line '" + line + "' of a list of mutants does not begin with '" + word + "'");
        }
        return line.substring(word.length());
    }

    /** The source with the bug. @throws IllegalStateException if the place is not there once: then the list must follow the product */
    String planted(Path root) throws IOException {
        String source = Files.readString(root.resolve(file), StandardCharsets.UTF_8);
        String take = change.take();
        int at = source.indexOf(take);
        if (at < 0 || source.indexOf(take, at + 1) >= 0) {
            throw new IllegalStateException("mutant " + name + ": '" + take + "' stands "
                    + (at < 0 ? "not" : "more than once") + " in " + file);
        }
        return source.replace(take, change.give());
    }

    /** Whether the file is a resource of the product, as a script is, and no Java. */
    boolean inResource() {
        return file.contains(RESOURCES);
    }

    /** The name by which the class path has the resource. */
    String resourceName() {
        return file.substring(file.indexOf(RESOURCES) + RESOURCES.length());
    }

    /** The class that the Java file is of. */
    String className() {
        String path = file.substring(file.indexOf("/java/") + "/java/".length(), file.length() - ".java".length());
        return path.replace('/', '.');
    }
}
