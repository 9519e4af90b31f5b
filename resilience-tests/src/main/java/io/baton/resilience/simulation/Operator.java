package io.baton.resilience.simulation;

import io.baton.application.jobs.ManageJobs;
import io.baton.domain.job.JobKey;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.StoreException;
import io.baton.domain.task.FiringId;
import io.baton.domain.task.TaskId;
import io.baton.resilience.checker.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Those who use the cluster from outside: they create jobs, ask for runs, and meddle. What fails they try again. */
final class Operator {
    private static final long AGAIN = 700_000;

    private final World world;
    private final Chance chance;
    private int requests;

    Operator(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    void open() {
        for (JobPlan job : world.plan.jobs()) {
            world.turns.spawn(
                    1_500_000,
                    () -> ask(node -> {
                        ManageJobs.Reply reply = node.core.desk().work().jobs().create(job.fields());
                        if (reply.result() == ManageJobs.Result.REFUSED) {
                            throw new IllegalStateException("the plan's job is refused: " + reply.why());
                        }
                    }));
            if (job.fields().get("schedule") instanceof Map<?, ?> schedule && schedule.containsKey("manual")) {
                requests(job);
            }
        }
    }

    private void requests(JobPlan job) {
        int count = (int) chance.between(1, 6);
        for (int n = 0; n < count; n++) {
            String id = "q" + ++requests;
            long at = chance.between(3_500, world.plan.faultsUntil());
            world.turns.spawn(at * 1_000, () -> request(JobKey.parse(job.name()), id));
        }
    }

    private void request(JobKey job, String id) {
        String task = TaskId.of(FiringId.requested(job, id)).toString();
        world.recorder.tell(Kind.ASKED, task, "", "");
        ask(node -> node.core
                .desk()
                .work()
                .run()
                .run(job, Optional.empty(), Optional.of(id))
                .task()
                .ifPresent(granted -> world.recorder.tell(Kind.REQUESTED, granted.toString(), node.name, "")));
    }

    void drain(Fault fault) {
        boolean[] wanted = {true};
        Consumer<SimNode> wish =
                node -> node.core.desk().look().readings().wantDrain(new NodeId("n" + fault.node()), wanted[0]);
        ask(wish);
        world.turns.spawn(fault.lasts() * 1_000, () -> {
            wanted[0] = false;
            world.recorder.tell(Kind.HEALED, fault.kind().words(), "", "");
            ask(wish);
        });
        // Redis may have gone back to the wish: whoever asked for it looks again when all is over.
        world.turns.spawn(world.plan.faultsUntil() * 1_000 - world.turns.now() + AGAIN, () -> ask(wish));
    }

    void meddle(Fault fault) {
        int which = Math.max(0, Math.min(fault.node(), world.plan.jobs().size() - 1));
        if (world.plan.jobs().isEmpty()) {
            return;
        }
        JobPlan job = world.plan.jobs().get(which);
        JobKey key = JobKey.parse(job.name());
        switch (fault.kind()) {
            case JOB_PAUSED -> {
                ask(node -> node.core.desk().work().jobs().enable(key, false));
                world.turns.spawn(
                        fault.lasts() * 1_000,
                        () -> ask(node -> node.core.desk().work().jobs().enable(key, true)));
            }
            case JOB_EDITED -> edit(job, key);
            case JOB_DELETED -> ask(node -> node.core.desk().work().jobs().delete(key));
            default -> cancel();
        }
    }

    private void edit(JobPlan job, JobKey key) {
        Map<String, Object> fields = new HashMap<>(job.fields());
        if (fields.get("schedule") instanceof Map<?, ?> schedule && schedule.containsKey("every")) {
            Map<String, Object> other = new HashMap<>();
            schedule.forEach((k, v) -> other.put((String) k, v));
            other.put("every", "4s");
            fields.put("schedule", other);
        } else {
            fields.put("title", "edited");
        }
        ask(node -> node.core.desk().work().jobs().update(key, fields, Optional.empty()));
    }

    private void cancel() {
        List<TaskId> open = List.copyOf(world.recorder.open.keySet());
        if (!open.isEmpty()) {
            TaskId task = chance.oneOf(open);
            ask(node -> node.core.desk().work().cancel().cancel(task));
        }
    }

    /** Asks any working node, and another if that fails or ends meanwhile. */
    private void ask(Consumer<SimNode> wish) {
        List<SimNode> working = world.working();
        if (working.isEmpty()) {
            world.turns.spawn(AGAIN, () -> ask(wish));
            return;
        }
        SimNode node = chance.oneOf(working);
        try {
            node.settle();
            wish.accept(node);
        } catch (StoreException | Gone e) {
            world.turns.spawn(AGAIN, () -> ask(wish));
        }
    }
}
