package io.baton.benchmarks.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.benchmarks.result.Bars.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run of the benchmarks leaves: tables of medians and ranges, the same as JSON with every round, and plots.
 *
 * @param machine what it ran on, in words
 * @param settings of each contender, in words
 */
public record Report(String machine, Map<String, String> settings, Findings found) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Report {
        settings = Map.copyOf(settings);
    }

    /** The loads in all their columns; the ratio is to the best of the others under the same workload. */
    public List<String> loads() {
        List<Summary> summaries = Summary.of(found.loads());
        List<String> lines = new ArrayList<>();
        lines.add(
                "| workload | contender | executions/s | to the best peer | lateness p50, ms | p95 | p99 | most | commits | statements"
                        + " | Redis commands | processor s a 1,000: workers + database | each once |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        summaries.forEach(one -> lines.add(one.row(one.ours() ? best(summaries, one) : 0)));
        return lines;
    }

    private static double best(List<Summary> summaries, Summary ours) {
        return summaries.stream()
                .filter(s -> s.workload().equals(ours.workload()) && !s.ours())
                .mapToDouble(s -> s.rate().median())
                .max()
                .orElse(0);
    }

    /** All figures, with their targets beside them. */
    public List<String> figures() {
        List<String> lines = new ArrayList<>();
        lines.add("| workload | contender | figure | median (least–most) | target | |");
        lines.add("|---|---|---|---|---|---|");
        Standing.of(found.figures()).forEach(one -> lines.add(one.row()));
        return lines;
    }

    /** How many targets are met, what does not count, and what was left out. */
    public List<String> verdict() {
        List<Standing> aimed = Standing.of(found.figures()).stream()
                .filter(s -> !s.first().target().equals(Target.NONE))
                .toList();
        long missed = aimed.stream().filter(Standing::missed).count();
        List<String> lines = new ArrayList<>();
        lines.add(aimed.size() - missed + " targets met, " + missed + " missed");
        found.voids().forEach(why -> lines.add("VOID: " + why));
        lines.addAll(found.marks());
        return lines;
    }

    /** Writes {@code result.json}, {@code rate.svg} and {@code lateness.svg}, and a plot for each unit of each workload's figures. */
    public void write(Path folder) throws IOException {
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("result.json").toFile(), json());
        List<Summary> summaries = Summary.of(found.loads());
        plot(
                folder.resolve("rate.svg"),
                "Executions a second, median of the rounds",
                summaries.stream()
                        .map(s -> new Bar(s.label(), s.ours(), s.rate()))
                        .toList());
        plot(
                folder.resolve("lateness.svg"),
                "Lateness p99, ms, median of the rounds",
                summaries.stream()
                        .map(s -> new Bar(s.label(), s.ours(), s.lateness(0.99)))
                        .toList());
        Map<String, List<Standing>> plots = new LinkedHashMap<>();
        Standing.of(found.figures())
                .forEach(one -> plots.computeIfAbsent(plotName(one.first()), key -> new ArrayList<>())
                        .add(one));
        for (Map.Entry<String, List<Standing>> each : plots.entrySet()) {
            Figure first = each.getValue().get(0).first();
            String unit = first.unit().isEmpty() ? "" : ", " + first.unit();
            plot(
                    folder.resolve(each.getKey()),
                    first.of().workload() + unit + ", median of the rounds",
                    each.getValue().stream().map(Report::bar).toList());
        }
    }

    /** Such as {@code B-ms.svg}. */
    private static String plotName(Figure figure) {
        String unit = figure.unit().isEmpty() ? "numbers" : figure.unit();
        return (figure.of().workload() + "-" + unit).replaceAll("[^A-Za-z0-9]+", "-") + ".svg";
    }

    private static Bar bar(Standing one) {
        Figure.Subject of = one.first().of();
        return new Bar(
                of.who() + ", " + of.setting() + ": " + one.first().name(),
                of.who().startsWith(Summary.OURS),
                one.range());
    }

    private static void plot(Path file, String title, List<Bar> bars) throws IOException {
        if (!bars.isEmpty()) {
            Files.writeString(file, Bars.of(title, bars));
        }
    }

    private ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("machine", machine);
        settings.forEach(root.putObject("settings")::put);
        ArrayNode rounds = root.putArray("rounds");
        found.loads().forEach(one -> rounds.add(json(one)));
        ArrayNode figures = root.putArray("figures");
        Standing.of(found.figures()).forEach(one -> figures.add(json(one)));
        ArrayNode voids = root.putArray("void");
        found.voids().forEach(voids::add);
        ArrayNode marks = root.putArray("notes");
        found.marks().forEach(marks::add);
        return root;
    }

    private static ObjectNode json(Measured one) {
        ObjectNode node = JSON.createObjectNode();
        node.put("workload", one.workload()).put("contender", one.contender()).put("expected", one.expected());
        node.put("started", one.starts().all()).put("distinct", one.starts().distinct());
        node.put("void", one.blame()).put("executionsPerSecond", one.rate());
        ObjectNode late = node.putObject("latenessMillis");
        Map.of("p50", 0.5, "p95", 0.95, "p99", 0.99, "most", 1.0)
                .forEach((name, share) -> late.put(name, one.starts().percentile(share)));
        node.putObject("perExecution")
                .put("commits", one.cost().commits())
                .put("statements", one.cost().statements())
                .put("redisCommands", one.cost().redisCommands())
                .put("workerProcessorSeconds", one.cost().processSeconds())
                .put("databaseProcessorSeconds", one.cost().databaseSeconds());
        return node;
    }

    private static ObjectNode json(Standing one) {
        Figure figure = one.first();
        ObjectNode node = JSON.createObjectNode();
        node.put("workload", figure.of().workload());
        node.put("setting", figure.of().setting()).put("contender", figure.of().who());
        node.put("figure", figure.name()).put("unit", figure.unit());
        node.put("median", one.range().median());
        ArrayNode rounds = node.putArray("rounds");
        one.rounds().forEach(rounds::add);
        figure.target().least().ifPresent(least -> node.put("atLeast", least));
        figure.target().most().ifPresent(most -> node.put("atMost", most));
        node.put("verdict", one.verdict().toLowerCase(Locale.ROOT));
        return node;
    }
}
