package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.jobs.ManageJobs;
import io.baton.application.office.JobOffice;
import io.baton.application.view.Readings;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobVersions.JobVersion;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Jobs, one by one. */
final class JobRoutes {
    private final JobOffice jobs;
    private final Readings readings;
    private final JobShape shape;
    private final Bodies bodies;

    JobRoutes(JobOffice jobs, Readings readings, JobShape shape, Bodies bodies) {
        this.jobs = jobs;
        this.readings = readings;
        this.shape = shape;
        this.bodies = bodies;
    }

    List<Route> routes() {
        return List.of(
                Route.look("/jobs", "All jobs, by name", this::list),
                Route.change(HandlerType.POST, "/jobs", "Create a job", this::create),
                Route.look("/jobs/{name}", "A job; its version is the ETag", this::one),
                Route.change(HandlerType.PUT, "/jobs/{name}", "Change a job; If-Match guards it", this::update),
                Route.change(HandlerType.DELETE, "/jobs/{name}", "Delete a job; If-Match guards it", this::delete),
                Route.look("/jobs/{name}/versions", "What the job was, newest first", this::versions),
                Route.change(
                        HandlerType.POST,
                        "/jobs/{name}/versions/{version}:restore",
                        "Bring a version back, as a new one",
                        this::restore),
                Route.change(HandlerType.POST, "/jobs/{name}/pause", "Fire no more", http -> enable(http, false)),
                Route.change(HandlerType.POST, "/jobs/{name}/resume", "Fire again", http -> enable(http, true)));
    }

    private void list(Context http) {
        Question question = new Question(http);
        int limit = question.number("limit", Question.MOST);
        Optional<JobKey> after = question.value("cursor", cursor -> JobKey.parse(Answers.words(cursor)));
        Optional<String> tag = question.text("tag");
        List<Job> rest = jobs.all(Callers.of(http)).stream()
                .filter(job -> tag.map(job.spec().about().tags()::contains).orElse(true))
                .filter(job -> after.map(key -> job.key().compareTo(key) > 0).orElse(true))
                .limit(limit + 1L) // one more tells that there is a next page
                .toList();
        List<Job> page = rest.stream().limit(limit).toList();
        Instant now = readings.storeTime();
        List<ObjectNode> shapes = page.stream().map(job -> shape.of(job, now)).toList();
        Optional<String> last =
                rest.size() > limit ? Optional.of(page.get(limit - 1).key().toString()) : Optional.empty();
        Answers.json(http, 200, Answers.page("jobs", shapes, last));
    }

    private void create(Context http) {
        ManageJobs.Reply reply = jobs.create(Callers.of(http), members(http));
        reply.job().ifPresent(job -> http.header("Location", Route.API + "/jobs/" + job.key()));
        answer(http, reply);
    }

    private void one(Context http) {
        answer(http, 200, existing(http));
    }

    private void update(Context http) {
        JobKey key = new Question(http).job();
        Optional<Long> guard = guard(http);
        answer(http, kept(guard, jobs.update(Callers.of(http), key, members(http), guard)));
    }

    /** The version that the caller insists on, of a job that is there. */
    private Optional<Long> guard(Context http) {
        JobKey key = new Question(http).job();
        long version = jobs.version(Callers.of(http), key).orElseThrow(() -> missing(key));
        return Versions.guard(http, key, version);
    }

    private static Problem missing(JobKey key) {
        return Problem.notFound("there is no job " + key);
    }

    /** The reply, unless the version that the caller insisted on is no longer in force. */
    private static ManageJobs.Reply kept(Optional<Long> guard, ManageJobs.Reply reply) {
        if (guard.isPresent() && reply.result() == ManageJobs.Result.CONFLICT) {
            throw Versions.changed(reply.why());
        }
        return reply;
    }

    private void delete(Context http) {
        JobKey key = new Question(http).job();
        Optional<Long> guard = guard(http);
        ManageJobs.Reply reply = kept(guard, jobs.delete(Callers.of(http), key, guard));
        if (reply.result() == ManageJobs.Result.NOT_FOUND) {
            throw Problem.notFound(reply.why());
        }
        http.status(204);
    }

    private void enable(Context http, boolean enabled) {
        guard(http);
        answer(http, jobs.enable(Callers.of(http), new Question(http).job(), enabled));
    }

    private void versions(Context http) {
        JobKey key = new Question(http).job();
        List<JobVersion> versions = jobs.versions(Callers.of(http), key, JobOffice.MOST_VERSIONS);
        if (versions.isEmpty()) {
            throw Problem.notFound("there is and was no job " + key);
        }
        Pages.answer(http, "versions", versions, JobRoutes::newestFirst, shape::version);
    }

    private static String newestFirst(JobVersion version) {
        return String.format(
                Locale.ROOT, "%019d", Long.MAX_VALUE - version.job().version());
    }

    private void restore(Context http) {
        Question question = new Question(http);
        long version = Problem.at("version", () -> Long.parseLong(http.pathParam("version")));
        boolean there = jobs.version(Callers.of(http), question.job()).isPresent();
        Optional<Long> guard = there ? guard(http) : Optional.empty();
        answer(http, kept(guard, jobs.restore(Callers.of(http), question.job(), version, guard)));
    }

    private Map<String, Object> members(Context http) {
        return JobShape.withoutAdded(bodies.document(http));
    }

    private Job existing(Context http) {
        JobKey key = new Question(http).job();
        return jobs.find(Callers.of(http), key).orElseThrow(() -> missing(key));
    }

    private void answer(Context http, ManageJobs.Reply reply) {
        int status = switch (reply.result()) {
            case CREATED -> 201;
            case UPDATED, UNCHANGED -> 200;
            case REFUSED -> throw Problem.refused(reply.why());
            case CONFLICT -> throw Problem.conflict(reply.why());
            case NOT_FOUND -> throw Problem.notFound(reply.why());
        };
        Job job = reply.job().orElseThrow(() -> Problem.conflict("the job was deleted meanwhile"));
        answer(http, status, job);
    }

    private void answer(Context http, int status, Job job) {
        http.header("ETag", Versions.tag(job));
        Answers.json(http, status, shape.of(job, readings.storeTime()));
    }
}
