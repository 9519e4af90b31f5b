package io.baton.benchmarks;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.contender.Contender;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Findings;
import io.baton.benchmarks.result.Report;
import io.baton.benchmarks.workload.Measuring;
import io.baton.benchmarks.workload.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures Baton and its peers in turn on the same servers. {@code Bench short|full …} plays workloads, see {@link Programme};
 * {@code Bench JOBS SECONDS WORKERS ROUNDS [contender …]} plays one load: with {@code SECONDS} 0 each job runs once, as fast as it
 * can; else every second for so long. Without contenders, all. Ends with 1 if anything does not count.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = arguments.length == 0 ? List.of("full") : Arrays.asList(arguments);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "run-")
                .toAbsolutePath();
        Findings found = new Findings(Bench::say);
        Report report = Character.isDigit(words.get(0).charAt(0))
                ? load(words, folder, found)
                : play(Programme.parse(words), folder, found);
        report.write(folder);
        say("");
        say(report.machine());
        if (!found.loads().isEmpty()) {
            report.loads().forEach(Bench::say);
        }
        if (!found.figures().isEmpty()) {
            say("");
            report.figures().forEach(Bench::say);
            say("");
        }
        report.verdict().forEach(Bench::say);
        say("the rounds as JSON, and plots: " + folder);
        System.exit(found.voids().isEmpty() ? 0 : 1);
    }

    private static Report play(Programme programme, Path folder, Findings found) {
        try (Arena arena = new Arena(folder)) {
            Report report = report(arena, programme.contenders(), found);
            for (int round = 1; round <= programme.rounds(); round++) {
                for (Workloads one : programme.workloads()) {
                    say("round " + round + ", " + one.text());
                    play(one, new Round(arena, programme.contenders(), programme.size(), found));
                }
            }
            return report;
        }
    }

    /** What cannot be measured is void; the rest goes on. */
    private static void play(Workloads one, Round round) {
        try {
            one.workload().play(round);
        } catch (RuntimeException e) {
            round.found().spoilt(new Subject(one.text(), "", ""), String.valueOf(e.getMessage()));
        }
    }

    private static Report load(List<String> words, Path folder, Findings found) {
        Load load = new Load(Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)));
        int workers = Integer.parseInt(words.get(2));
        int rounds = Integer.parseInt(words.get(3));
        Set<String> wanted = Set.copyOf(words.subList(4, words.size()));
        List<Contender> contenders = Programme.all().stream()
                .filter(c -> wanted.isEmpty()
                        ? load.seconds() == 0 || c.limits().everySecond() > 0
                        : wanted.contains(c.name()))
                .toList();
        try (Arena arena = new Arena(folder)) {
            Report report = report(arena, contenders, found);
            for (int round = 1; round <= rounds; round++) {
                say("round " + round);
                for (Contender contender : contenders) {
                    found.add("", Measuring.measure(arena.room(contender.name()), contender, load, workers));
                }
            }
            return report;
        }
    }

    private static Report report(Arena arena, List<Contender> contenders, Findings found) {
        say(arena.words());
        contenders.forEach(c -> say(c.name() + ": " + c.settings()));
        return new Report(
                arena.words(),
                contenders.stream().collect(Collectors.toMap(Contender::name, Contender::settings)),
                found);
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
