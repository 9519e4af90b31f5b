package io.baton.benchmarks.node;

import io.baton.benchmarks.arena.Arena;
import io.baton.benchmarks.arena.Room;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How fast pages and API answer beside a large table of jobs and a long ledger: {@code Pages JOBS RUNS FIRINGS REQUESTS}, such as
 * 10000 1000000 500 200: so many jobs, so many ended runs, so many firings a second meanwhile, and so often each page. Further arguments
 * are the paths to ask for, instead of all.
 */
public final class Pages {
    private static final String TARGET = "demoTask.noParams";
    private static final List<String> PATHS = List.of(
            "/",
            "/jobs",
            "/jobs?q=job-77&state=enabled",
            "/jobs?tag=nightly",
            "/jobs/GROUP7.job-9007",
            "/jobs/GROUP7.job-7",
            "/runs",
            "/runs?outcome=FAILED",
            "/runs?outcome=LOST",
            "/runs?job=GROUP7.job-9007",
            "/nodes",
            "/schedule",
            "/schedule?day=past",
            "/dead-letters",
            "/audit",
            "/api/v1/jobs?limit=50",
            "/api/v1/jobs/GROUP7.job-9007",
            "/api/v1/runs?limit=50",
            "/api/v1/runs?limit=50&outcome=FAILED",
            "/api/v1/runs?limit=50&outcome=LOST",
            "/api/v1/runs?limit=50&node=old",
            "/api/v1/runs?limit=50&node=pages",
            "/api/v1/runs?limit=50&job=GROUP7.job-9007",
            "/api/v1/nodes",
            "/api/v1/targets",
            "/api/v1/schedule/preview?cron=0+0/5+*+*+*+?");

    private Pages() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int jobs = Integer.parseInt(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        int firings = Integer.parseInt(arguments[2]);
        int requests = Integer.parseInt(arguments[3]);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "pages-")
                .toAbsolutePath();
        try (Arena arena = new Arena(folder)) {
            Room room = arena.room("pages");
            StartUp.schema(room);
            History.runs(room, runs, jobs, TARGET);
            History.jobs(room, jobs, firings, TARGET);
            List<String> settings = new ArrayList<>(StartUp.member(room, "pages"));
            settings.add("--demo");
            settings.add("--baton.log.level=warn");
            try (PlainNode node = PlainNode.start(folder.resolve("node"), settings)) {
                List<String> paths =
                        arguments.length == 4 ? PATHS : List.of(arguments).subList(4, arguments.length);
                TimeUnit.SECONDS.sleep(30);
                for (String path : paths) { // what is compiled for one page is for others too
                    row(node, path, requests);
                }
                StartUp.say(arena.words());
                StartUp.say("| page | p50, ms | p99 | most | KiB |\n|---|---|---|---|---|");
                for (String path : paths) {
                    StartUp.say(row(node, path, requests));
                }
            }
        }
    }

    private static String row(PlainNode node, String path, int requests) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.address() + path))
                .header("Authorization", "Bearer " + PlainNode.TOKEN)
                .build();
        List<Long> micros = new ArrayList<>();
        int size = 0;
        for (int n = 0; n < requests + requests / 10; n++) {
            long began = System.nanoTime();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (n >= requests / 10) { // the first tenth warms up
                micros.add((System.nanoTime() - began) / 1_000);
            }
            if (answer.statusCode() != 200) {
                return "| " + path + " | " + answer.statusCode() + " | | | |";
            }
            size = answer.body().length() / 1024;
        }
        Collections.sort(micros);
        return String.format(
                java.util.Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %d |",
                path,
                micros.get(micros.size() / 2) / 1000.0,
                micros.get(micros.size() * 99 / 100) / 1000.0,
                micros.get(micros.size() - 1) / 1000.0,
                size);
    }
}
