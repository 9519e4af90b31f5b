package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.core.Desk;
import io.baton.application.jobs.ApplyJobFile;
import io.baton.application.office.JobOffice;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All jobs at once, as a job file. */
final class JobFileRoutes {
    private final JobOffice jobs;
    private final Desk.Look look;
    private final Bodies bodies;

    JobFileRoutes(JobOffice jobs, Desk.Look look, Bodies bodies) {
        this.jobs = jobs;
        this.look = look;
        this.bodies = bodies;
    }

    List<Route> routes() {
        return List.of(
                Route.change(HandlerType.POST, "/jobs:apply", "Apply a job file, YAML or JSON", this::apply),
                Route.look("/jobs:export", "All jobs as a job file, YAML if Accept says so", this::export));
    }

    private void apply(Context http) {
        Question question = new Question(http);
        boolean dryRun = question.flag("dryRun");
        List<ApplyJobFile.Line> lines =
                jobs.apply(Callers.of(http), file(bodies.document(http)), dryRun, question.flag("prune"));
        ObjectNode answer = JsonTree.empty().put("dryRun", dryRun);
        lines.forEach(line -> answer.withArray("/jobs")
                .addObject()
                .put("name", line.name())
                .put("result", line.result())
                .put("why", Answers.refusal(http, line.why())));
        answer.withArray("/jobs");
        Answers.json(http, 200, answer);
    }

    /** A list of jobs as {@code GET /jobs} gives it is a job file too, but for what the server added. */
    private static Map<String, Object> file(Map<String, Object> document) {
        Map<String, Object> file = new LinkedHashMap<>(document);
        file.remove("cursor");
        file.computeIfPresent("jobs", (name, jobs) -> jobs instanceof List<?> list ? own(list) : jobs);
        return file;
    }

    private static List<Object> own(List<?> jobs) {
        List<Object> own = new ArrayList<>();
        jobs.forEach(job -> own.add(job instanceof Map<?, ?> members ? JobShape.withoutAdded(members) : job));
        return own;
    }

    private void export(Context http) {
        List<Map<String, Object>> all =
                jobs.all(Callers.of(http)).stream().map(look.writer()::write).toList();
        ObjectNode file = JsonTree.empty();
        file.set("jobs", JsonTree.of(all));
        String accept = http.header("Accept");
        if (accept != null && accept.toLowerCase(Locale.ROOT).contains("yaml")) {
            Answers.text(http, 200, "application/yaml", YamlText.of(file));
        } else {
            Answers.json(http, 200, file);
        }
    }
}
