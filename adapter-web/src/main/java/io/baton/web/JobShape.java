package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.core.Desk;
import io.baton.domain.job.Job;
import io.baton.domain.port.JobVersions.JobVersion;
import io.baton.domain.schedule.DueTimes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A job in JSON: the fields of a job file, and what only the server knows. */
final class JobShape {
    /** What the server adds; a caller may send it back, and it is not read. */
    private static final Set<String> ADDED = Set.of("version", "effectiveFrom", "nextDue");

    private final Desk.Look look;
    private final DueTimes dueTimes;

    JobShape(Desk.Look look) {
        this.look = look;
        this.dueTimes = new DueTimes(look.crons());
    }

    /** @param now by the store's clock, from which the next due time is told */
    ObjectNode of(Job job, Instant now) {
        ObjectNode shape = JsonTree.empty();
        shape.setAll((ObjectNode) JsonTree.of(look.writer().write(job)));
        shape.put("version", job.version());
        shape.put("effectiveFrom", Answers.time(job.revision().effectiveFrom()));
        Answers.time(shape, "nextDue", nextDue(job, now));
        return shape;
    }

    private Optional<Instant> nextDue(Job job, Instant now) {
        return job.enabled() && dueTimes.readable(job.schedule())
                ? dueTimes.next(job.schedule(), now)
                : Optional.empty();
    }

    /** A version of a job, with when it came into force. */
    ObjectNode version(JobVersion version) {
        ObjectNode shape = JsonTree.empty();
        shape.put("version", version.job().version());
        shape.put("effectiveFrom", Answers.time(version.job().revision().effectiveFrom()));
        shape.put("deleted", version.deleted());
        shape.set("job", JsonTree.of(look.writer().write(version.job())));
        return shape;
    }

    /** A job as a caller sent it, without what the server added when the caller read it. */
    static Map<String, Object> withoutAdded(Map<?, ?> members) {
        Map<String, Object> own = new LinkedHashMap<>();
        members.forEach((name, value) -> own.put(String.valueOf(name), value));
        own.keySet().removeAll(ADDED);
        return own;
    }
}
