package io.baton.resilience.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Hunts every planted bug: {@code Mutants [SEEDS] [NAME]}, by default with the 20,000 seeds of the build each, or with the
 * test that its list names. Prints what caught each; ends with 1 if one got away. Run from the project's root or from this module.
 */
public final class Mutants {
    /** 60 points of choice, as in the build: for what the seeds let go. */
    private static final int EXPLORED = 60;

    private static final TestHunt TESTS = new TestHunt(root());

    private Mutants() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        long seeds = args.length > 0 ? Long.parseLong(args[0]) : 20_000;
        List<Mutant> wanted = Mutant.all().stream()
                .filter(mutant -> args.length < 2 || args[1].equals(mutant.name()))
                .toList();
        System.exit(escaped(wanted, seeds).isEmpty() ? 0 : 1);
    }

    /** Hunts each, and prints which level caught it. @return the names of those that got away, or whose hunt broke off */
    static List<String> escaped(List<Mutant> mutants, long seeds) throws IOException, ReflectiveOperationException {
        List<String> escaped = new ArrayList<>();
        for (Mutant mutant : mutants) {
            String words = mutant.name() + " (" + mutant.words() + "): ";
            try {
                String caught = byAnyLevel(mutant, seeds);
                if (caught.isEmpty()) {
                    escaped.add(mutant.name());
                }
                System.out.println(words + (caught.isEmpty() ? "GOT AWAY" : "caught by " + caught));
            } catch (IllegalStateException e) {
                escaped.add(mutant.name());
                System.out.println(words + "NOT HUNTED: " + e.getMessage() + ", " + e.getCause());
            }
        }
        return escaped;
    }

    /**
     * Those of the simulation that no seed catches are looked for by the exploration of a small cluster as well.
     *
     * @return the level and what caught it there, empty if nothing did
     */
    static String byAnyLevel(Mutant mutant, long seeds) throws IOException, ReflectiveOperationException {
        String caught = hunt(mutant, seeds);
        if (mutant.hunter() instanceof Hunter.ByTest) {
            return caught.isEmpty() ? "" : "test " + caught;
        }
        if (!caught.isEmpty()) {
            return "seeds: " + caught;
        }
        String course = explore(mutant, EXPLORED, 1);
        return course.isEmpty() ? "" : "exploration: " + course;
    }

    /**
     * @param seeds how many, if the seeds hunt it
     * @return what caught it, empty if nothing did
     */
    static String hunt(Mutant mutant, long seeds) throws IOException, ReflectiveOperationException {
        return mutant.hunter() instanceof Hunter.ByTest test
                ? TESTS.hunt(mutant, test)
                : bySeeds(mutant, ((Hunter.BySeeds) mutant.hunter()).known(), seeds);
    }

    private static String bySeeds(Mutant mutant, long known, long seeds)
            throws IOException, ReflectiveOperationException {
        MutantClasses classes = new MutantClasses(mutant, root(), List.of());
        BiFunction<Long, Long, String> hunt = inside(classes, Hunt.class);
        String caught = known == 0 ? "" : hunt.apply(known, 1L);
        return caught.isEmpty() ? hunt.apply(1L, seeds) : caught;
    }

    /** @return what course of a small cluster caught it, empty if none did */
    static String explore(Mutant mutant, int depth, int faults) throws IOException, ReflectiveOperationException {
        MutantClasses classes = new MutantClasses(mutant, root(), List.of());
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
