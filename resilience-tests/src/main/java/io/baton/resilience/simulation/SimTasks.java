package io.baton.resilience.simulation;

import io.baton.domain.port.TaskInvoker;
import io.baton.domain.target.InvocationTarget;
import io.baton.resilience.checker.Kind;
import io.baton.task.TaskContext;
import java.util.List;

/** The methods of tasks: they take their time, say when they begin and return, and sometimes throw. */
final class SimTasks implements TaskInvoker {
    private final World world;
    private final SimNode node;
    private final Chance chance;

    SimTasks(World world, SimNode node, Chance chance) {
        this.world = world;
        this.node = node;
        this.chance = chance;
    }

    @Override
    public List<TargetEntry> targets() {
        return List.of(new TargetEntry("bean.run", List.of(), ""));
    }

    @Override
    public Resolution resolve(InvocationTarget target) {
        return target.name().equals("bean.run") ? Resolution.of(this::run) : Resolution.refused("unknown");
    }

    private void run(TaskContext context) throws Exception {
        JobPlan.Runs runs = world.runsOf(context.jobKey());
        node.settle();
        world.recorder.method(Kind.BEGUN, context.taskId(), node.name, context.fence(), context.attempt());
        node.vigil.begins(context.taskId(), context.attempt());
        boolean ended = work(context, runs);
        node.vigil.ends();
        world.recorder.method(Kind.RETURNED, context.taskId(), node.name, context.fence(), context.attempt());
        if (ended) {
            throw new InterruptedException();
        }
        if (chance.of(runs.fails())) {
            throw new IllegalStateException("simulated");
        }
    }

    /** @return whether it was interrupted and obeyed */
    private boolean work(TaskContext context, JobPlan.Runs runs) {
        long left = chance.spread(10, Math.max(11, runs.most()));
        while (left > 0) {
            long slice = Math.min(left, 700);
            world.turns.pass(slice * 1_000);
            node.settle();
            left -= slice;
            if (runs.obeys() && context.cancelled()) {
                return true;
            }
        }
        return false;
    }
}
