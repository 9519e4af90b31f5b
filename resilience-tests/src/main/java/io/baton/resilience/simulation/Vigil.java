package io.baton.resilience.simulation;

import io.baton.domain.port.NodeRegistry;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.TaskLedger.StartReply;
import io.baton.domain.port.TaskLedger.StartVerdict;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Watches what one life of a node may not do, though no history shows it: ask for starts while it has confirmed no
 * heartbeat for ⅔ of the timeout or is not present in the database, run what was confirmed to it later than that, run more than it has slots.
 */
final class Vigil {
    private final World world;
    private final SimNode node;
    private final long most;
    private final Set<String> late = new HashSet<>();
    private long confirmedAt = -1;
    private boolean witnessed = true;
    private int busy;

    Vigil(World world, SimNode node) {
        this.world = world;
        this.node = node;
        this.most = world.plan.nodes().timings().selfFence().toNanos() / 1_000;
    }

    /** The core is about to call, at this moment. */
    void asks(Method method) {
        boolean fenced = confirmedAt < 0 || world.turns.now() - confirmedAt >= most;
        if (method.getName().equals("start") && fenced) {
            surprise("asks for starts and has confirmed no heartbeat for " + (world.turns.now() - confirmedAt) + " µs");
        }
        if (method.getName().equals("start") && !witnessed) {
            surprise("asks for starts and is not present in the database");
        }
    }

    /** The core gets an answer. @param asked when it called */
    void hears(Method method, Object answer, long asked) {
        if (answer instanceof NodeRegistry.BeatReply reply && reply.refusedFor().isEmpty()) {
            confirmedAt = Math.max(confirmedAt, asked);
        }
        if (answer instanceof NodeWitness.Seen seen) {
            witnessed = seen.present();
        }
        if (method.getName().equals("start") && answer instanceof List<?> replies && world.turns.now() - asked > most) {
            for (Object one : replies) {
                if (one instanceof StartReply reply && reply.verdict() == StartVerdict.STARTED) {
                    TaskRow row = reply.row().orElseThrow();
                    late.add(run(row.id().toString(), row.attempt()));
                }
            }
        }
    }

    void begins(String task, int attempt) {
        busy++;
        if (busy > world.plan.nodes().slots()) {
            surprise("runs " + busy + " tasks at once");
        }
        if (late.contains(run(task, attempt))) {
            surprise("runs " + TaskId.parse(task) + ", whose start was confirmed too late");
        }
    }

    void ends() {
        busy--;
    }

    private void surprise(String words) {
        world.surprises.add(node.name + " " + words);
    }

    private static String run(String task, int attempt) {
        return task + "/" + attempt;
    }
}
