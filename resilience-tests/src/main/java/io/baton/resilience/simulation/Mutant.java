package io.baton.resilience.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A planted bug: one place of the product's source is replaced. It lives in a list beside this class, never in a jar that
 * is shipped.
 *
 * @param words what it takes away
 * @param file of the source, from the project's root
 * @param seed that is known to catch it, tried first; 0 if the first few hundred do
 */
record Mutant(String name, String words, String file, Change change, long seed) {

    /**
     * @param take what stands there once
     * @param give what stands there instead
     */
    record Change(String take, String give) {}

    static List<Mutant> all() throws IOException {
        try (InputStream in = Mutant.class.getResourceAsStream("mutants.txt")) {
            if (in == null) {
                throw new IllegalStateException("mutants.txt is missing");
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
                String[] head = lines.get(i).substring("mutant ".length()).split(": ", 2);
                String last = i + 4 < lines.size() ? lines.get(i + 4) : "";
                all.add(new Mutant(
                        head[0],
                        head[1],
                        lines.get(i + 1).substring("file ".length()),
                        new Change(
                                lines.get(i + 2).substring("take ".length()),
                                lines.get(i + 3).substring("give ".length())),
                        last.startsWith("seed ") ? Long.parseLong(last.substring("seed ".length())) : 0));
            }
        }
        return all;
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

    /** The class that the file is of. */
    String className() {
        String path = file.substring(file.indexOf("/java/") + "/java/".length(), file.length() - ".java".length());
        return path.replace('/', '.');
    }
}
