package io.baton.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.domain.log.Progress;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import java.util.List;
import java.util.Optional;

/** A task in JSON, with its attempts; what is not known, or not so, is null. */
final class RunShape {
    private RunShape() {}

    /** @param earlier its attempts before the latest, and late ones */
    static ObjectNode of(TaskRow row, List<Attempt> earlier) {
        ObjectNode shape = JsonTree.empty();
        shape.put("task", row.id().toString());
        shape.put("job", row.job().toString());
        shape.put("state", row.state().name());
        ending(shape, row.story().end());
        shape.put("node", row.standing().owner().map(who -> who.node().text()).orElse(null));
        times(row, shape);
        shape.put("attempt", row.attempt());
        shape.put("recoveries", row.standing().turn().recoveries());
        shape.put("fence", row.fence());
        shape.put("target", row.terms().work().target());
        shape.put("jobVersion", row.terms().work().jobVersion());
        shape.set("data", JsonTree.any(row.terms().work().data().text()));
        shape.put("shard", row.id().shard().isPresent() ? row.id().shard().getAsInt() : null);
        shape.put("parts", row.terms().parts());
        attempts(row, earlier, shape.putArray("attempts"));
        return shape;
    }

    /** How far it said it was; null if it said nothing. */
    static void progress(ObjectNode shape, Optional<Progress> progress) {
        shape.putNull("progress");
        progress.ifPresent(p -> shape.putObject("progress")
                .put("percent", p.percent())
                .put("message", p.message())
                .put("at", Answers.time(p.at())));
    }

    private static void times(TaskRow row, ObjectNode shape) {
        TaskRow.Story story = row.story();
        shape.put("scheduledAt", Answers.time(row.terms().scheduledAt()));
        shape.put("dueAt", Answers.time(row.standing().times().dueAt()));
        shape.put("claimedBy", story.claimedBy().node().text());
        shape.put("claimedAt", Answers.time(story.claimedAt()));
        Answers.time(shape, "takenAt", story.takenAt());
        Answers.time(shape, "startedAt", story.startedAt());
        Answers.time(shape, "finishedAt", story.finishedAt());
    }

    /** The ledger keeps the latest attempt in the row itself. */
    private static void attempts(TaskRow row, List<Attempt> earlier, ArrayNode into) {
        earlier.forEach(attempt -> attempt(attempt, into.addObject()));
        if (row.story().startedAt().isPresent()) {
            ObjectNode latest = into.addObject().put("attempt", row.attempt());
            latest.put(
                    "node", row.standing().owner().map(who -> who.node().text()).orElse(null));
            Answers.time(latest, "startedAt", row.story().startedAt());
            Answers.time(latest, "finishedAt", row.story().finishedAt());
            ending(latest, row.story().end());
            latest.put("late", false);
        }
    }

    private static void attempt(Attempt attempt, ObjectNode shape) {
        shape.put("attempt", attempt.number());
        shape.put("node", attempt.node().map(who -> who.node().text()).orElse(null));
        Answers.time(shape, "startedAt", attempt.span().startedAt());
        Answers.time(shape, "finishedAt", Optional.of(attempt.span().finishedAt()));
        ending(shape, Optional.of(attempt.span().end()));
        shape.put("late", attempt.late());
    }

    private static void ending(ObjectNode shape, Optional<Ending> end) {
        shape.put("outcome", end.map(e -> e.outcome().name()).orElse(null));
        shape.put(
                "reason",
                end.map(Ending::reason)
                        .filter(r -> r != Reason.NONE)
                        .map(Reason::name)
                        .orElse(null));
        shape.put("error", end.map(Ending::error).filter(e -> !e.isEmpty()).orElse(null));
    }
}
