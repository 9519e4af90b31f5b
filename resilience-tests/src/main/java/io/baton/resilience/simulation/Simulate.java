package io.baton.resilience.simulation;

import io.baton.resilience.checker.HistoryFile;
import io.baton.resilience.checker.TimeLine;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs seeds from the command line: {@code Simulate [FIRST] [COUNT]}, by default 20,000 from 1. Prints what they held; a
 * failing one is shrunk, and its history and time line are written below {@code target/simulation}. {@code Simulate replay
 * SEED} runs one seed and shows it.
 */
public final class Simulate {
    private Simulate() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 1 && args[0].equals("replay")) {
            System.exit(replay(Long.parseLong(args[1])) ? 0 : 1);
        }
        long first = args.length > 0 ? Long.parseLong(args[0]) : 1;
        long count = args.length > 1 ? Long.parseLong(args[1]) : 20_000;
        System.exit(run(first, count) ? 0 : 1);
    }

    private static boolean run(long first, long count) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Seeds.Sum sum =
                new Seeds(Runtime.getRuntime().availableProcessors(), Integer.getInteger("most", 10)).run(first, count);
        System.out.println(Words.of(sum, (System.nanoTime() - began) / 1_000_000));
        for (Result failure : sum.failures) {
            System.out.println(failure.history().frame().name() + ": " + failure.broken());
        }
        if (!sum.failures.isEmpty()) {
            long seed = sum.failures.stream()
                    .mapToLong(f -> Long.parseLong(f.history().frame().name().substring("seed ".length())))
                    .min()
                    .orElseThrow();
            replay(seed);
        }
        return sum.failures.isEmpty();
    }

    private static boolean replay(long seed) throws IOException {
        try (Crew crew = new Crew()) {
            Plan plan = Planner.of(seed);
            Result result = Simulation.run(plan, crew);
            show(plan, result);
            if (!result.holds()) {
                Plan least = new Shrinker(crew).shrink(plan, result);
                System.out.println("shrunk, it still breaks " + result.broken() + ":");
                show(least, Simulation.run(least, crew));
            }
            return result.holds();
        }
    }

    private static void show(Plan plan, Result result) throws IOException {
        System.out.println(Words.of(plan));
        System.out.println(result.verdict().words());
        result.surprises().forEach(System.out::println);
        Path file = Path.of("target", "simulation", "seed-" + plan.seed() + ".history");
        HistoryFile.write(file, result.history());
        TimeLine.write(Path.of(file + ".html"), result.history(), result.verdict());
        System.out.println("history: " + file + ", time line: " + file + ".html");
    }
}
