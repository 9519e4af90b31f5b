package io.baton.resilience.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Hunts every planted bug: {@code Mutants [SEEDS] [NAME]}, by default with the 20,000 seeds of the build each. Prints what caught each; ends
 * with 1 if one got away. Run from the project's root or from this module.
 */
public final class Mutants {
    private Mutants() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        long seeds = args.length > 0 ? Long.parseLong(args[0]) : 20_000;
        List<Mutant> wanted = Mutant.all().stream()
                .filter(mutant -> args.length < 2 || args[1].equals(mutant.name()))
                .toList();
        System.exit(escaped(wanted, seeds).isEmpty() ? 0 : 1);
    }

    /** Hunts each, and prints what caught it. @return the names of those that got away */
    static List<String> escaped(List<Mutant> mutants, long seeds) throws IOException, ReflectiveOperationException {
        List<String> escaped = new ArrayList<>();
        for (Mutant mutant : mutants) {
            String caught = hunt(mutant, seeds);
            if (caught.isEmpty()) {
                escaped.add(mutant.name());
            }
            System.out.println(mutant.name() + " (" + mutant.words() + "): "
                    + (caught.isEmpty() ? "GOT AWAY from " + seeds + " seeds" : "caught by " + caught));
        }
        return escaped;
    }

    /** @return what caught it, empty if nothing did */
    static String hunt(Mutant mutant, long seeds) throws IOException, ReflectiveOperationException {
        MutantClasses classes = new MutantClasses(mutant.className(), mutant.planted(root()));
        BiFunction<Long, Long, String> hunt = inside(classes, Hunt.class);
        String known = mutant.seed() == 0 ? "" : hunt.apply(mutant.seed(), 1L);
        return known.isEmpty() ? hunt.apply(1L, seeds) : known;
    }

    /** @return what course of a small cluster caught it, empty if none did */
    static String explore(Mutant mutant, int depth, int faults) throws IOException, ReflectiveOperationException {
        MutantClasses classes = new MutantClasses(mutant.className(), mutant.planted(root()));
        return inside(classes, Search.class).apply((long) depth, (long) faults);
    }

    @SuppressWarnings("unchecked")
    private static BiFunction<Long, Long, String> inside(MutantClasses classes, Class<?> type)
            throws ReflectiveOperationException {
        return (BiFunction<Long, Long, String>)
                classes.loadClass(type.getName()).getDeclaredConstructor().newInstance();
    }

    private static Path root() {
        return List.of(Path.of("."), Path.of("..")).stream()
                .filter(path -> Files.isDirectory(path.resolve("domain/src")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the product's sources are neither here nor above"));
    }
}
