package io.baton.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run of the benchmarks leaves: a table of medians and ranges, the same as JSON with every round, and plots.
 *
 * @param machine what it ran on, in words
 * @param settings of each contender, in words
 */
record Report(String machine, Map<String, String> settings, List<Measured> all) {
    private static final String OURS = "baton";
    private static final ObjectMapper JSON = new ObjectMapper();

    Report {
        settings = Map.copyOf(settings);
        all = List.copyOf(all);
    }

    /** The lines of the table; the ratio is to the best of the others under the same workload. */
    List<String> table() {
        List<Summary> summaries = Summary.of(all);
        List<String> lines = new ArrayList<>();
        lines.add(
                "| workload | contender | executions/s | to the best peer | lateness p50, ms | p95 | p99 | most | commits | statements"
                        + " | Redis commands | processor s a 1,000: workers + database | each once |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        summaries.forEach(one -> lines.add(one.row(one.contender().equals(OURS) ? best(summaries, one) : 0)));
        return lines;
    }

    private static double best(List<Summary> summaries, Summary ours) {
        return summaries.stream()
                .filter(s ->
                        s.workload().equals(ours.workload()) && !s.contender().equals(OURS))
                .mapToDouble(s -> s.rate().median())
                .max()
                .orElse(0);
    }

    /** Writes {@code result.json}, {@code rate.svg} and {@code lateness.svg} into the folder. */
    void write(Path folder) throws IOException {
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("result.json").toFile(), json());
        List<Summary> summaries = Summary.of(all);
        Files.writeString(
                folder.resolve("rate.svg"),
                Bars.of("Executions a second, median of the rounds", summaries, Summary::rate));
        Files.writeString(
                folder.resolve("lateness.svg"),
                Bars.of("Lateness p99, ms, median of the rounds", summaries, s -> s.lateness(0.99)));
    }

    private ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("machine", machine);
        settings.forEach(root.putObject("settings")::put);
        ArrayNode rounds = root.putArray("rounds");
        all.forEach(one -> rounds.add(json(one)));
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
}
