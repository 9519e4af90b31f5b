package io.baton.resilience;

import io.baton.resilience.catalogue.Catalogue;
import io.baton.resilience.simulation.Proofs;
import io.baton.resilience.simulation.Proved;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs every level of the proof and ends in one table: {@code Prove [LEVEL …]}, of {@code simulation}, {@code exploration},
 * {@code exploration-of-three-faults}, {@code mutants}, {@code catalogue}; without any, all. Ends with 1 if something is broken, with 2 if a level is unknown. Run from
 * the project's root or from this module; the catalogue needs the built jar.
 */
public final class Prove {
    /** As many as the build runs. */
    private static final long SEEDS = 20_000;
    /** What the build gives a mutant. */
    private static final long HUNTED = 2_000;

    private Prove() {}

    /** A level, once it is run. */
    @FunctionalInterface
    private interface Level {
        Proved prove() throws Exception;
    }

    private record Named(String name, Level level) {}

    private static final List<Named> LEVELS = List.of(
            new Named("simulation", () -> Proofs.simulation(SEEDS)),
            new Named("exploration", () -> Proofs.exploration(10, 2, 1)),
            new Named("exploration-of-three-faults", () -> Proofs.exploration(7, 3, 1)),
            new Named("mutants", () -> Proofs.mutants(HUNTED)),
            new Named("catalogue", Prove::catalogue));

    public static void main(String[] wanted) throws Exception {
        List<String> names = LEVELS.stream().map(Named::name).toList();
        if (!names.containsAll(List.of(wanted))) {
            say("levels are " + names + ", not " + List.of(wanted));
            System.exit(2);
        }
        List<Proved> all = new ArrayList<>();
        for (Named named : LEVELS) {
            if (wanted.length == 0 || List.of(wanted).contains(named.name())) {
                say("== " + named.name());
                all.add(named.level().prove());
            }
        }
        say("\n| level | what was run | verdict | time |\n|---|---|---|---|");
        all.forEach(proved -> say("| " + proved.level() + " | " + proved.what() + " | "
                + (proved.holds() ? "all rules held" : "BROKEN: " + proved.broken()) + " | " + proved.millis() / 1000
                + " s |"));
        System.exit(all.stream().allMatch(Proved::holds) ? 0 : 1);
    }

    private static Proved catalogue() throws Exception {
        long began = System.nanoTime();
        Catalogue.Played played = Catalogue.playAll(List.of());
        String broken = played.broken() == 0 ? "" : played.broken() + " rows, see above";
        return new Proved("catalogue", played.rows() + " rows", broken, (System.nanoTime() - began) / 1_000_000);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
