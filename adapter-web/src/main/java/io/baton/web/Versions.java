package io.baton.web;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;

/** A job's version as an HTTP entity tag, and the guard that {@code If-Match} asks for. */
final class Versions {
    private Versions() {}

    static String tag(Job job) {
        return tag(job.version());
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller insists on; empty if it does not.
     *
     * @param job which one
     * @param now its version as it stands
     */
    static Optional<Long> guard(Context http, JobKey job, long now) {
        String header = http.header("If-Match");
        if (header == null || header.strip().equals("*")) {
            return Optional.empty();
        }
        boolean matches = Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag(now)::equals);
        if (!matches) {
            throw changed(job + " is in version " + now + ", not in " + header);
        }
        return Optional.of(now);
    }

    static Problem changed(String why) {
        return Problem.of(412, why);
    }
}
