package io.baton.resilience.simulation;

import io.baton.resilience.checker.HistoryFile;
import io.baton.resilience.checker.TimeLine;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Explores every course of a small cluster, breadth first: {@code Explore [DEPTH] [FAULTS] [TURNS] [RUNS]}, by default 40
 * points of choice, 2 faults, 1 turn out of order, and at most 100,000 runs for each of its two plans. Prints how many states it met; a failing course is
 * written below {@code target/simulation}.
 */
public final class Explore {
    private Explore() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int depth = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        int faults = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        int turns = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        long most = args.length > 3 ? Long.parseLong(args[3]) : 100_000;
        Course.Bounds bounds = new Course.Bounds(SmallScope.OPENS, depth, new Course.Left(faults, turns));
        boolean holds = true;
        for (Plan plan : SmallScope.plans()) {
            holds &= explore(plan, bounds, most);
        }
        System.exit(holds ? 0 : 1);
    }

    private static boolean explore(Plan plan, Course.Bounds bounds, long most)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        Exploration.Found found = new Exploration(plan, bounds, most).search(3);
        System.out.println(Words.of(plan));
        System.out.println(Words.of(found, bounds, (System.nanoTime() - began) / 1_000_000));
        for (Trial failure : found.failures) {
            show(failure, plan, found.failures.indexOf(failure));
        }
        return found.failures.isEmpty();
    }

    private static void show(Trial failure, Plan plan, int number) throws IOException {
        Result result = failure.result().orElseThrow();
        System.out.println("breaks " + result.broken() + ":");
        failure.course().words.forEach(words -> System.out.println("  " + words));
        System.out.println(result.verdict().words());
        result.surprises().forEach(System.out::println);
        Path file = Path.of("target", "simulation", "course-" + plan.seed() + "-" + number + ".history");
        HistoryFile.write(file, result.history());
        TimeLine.write(Path.of(file + ".html"), result.history(), result.verdict());
        System.out.println("history: " + file + ", time line: " + file + ".html");
    }
}
