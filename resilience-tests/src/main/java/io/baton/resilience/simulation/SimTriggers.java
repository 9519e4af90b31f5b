package io.baton.resilience.simulation;

import io.baton.domain.job.JobKey;
import io.baton.domain.port.Triggers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Triggers by the node's own clock, which may jump: then it looks again. */
final class SimTriggers implements Triggers {
    private final SimNode node;
    private final FiringDoor door;
    private final Map<JobKey, Armed> armed = new TreeMap<>();
    private boolean started;

    SimTriggers(SimNode node, FiringDoor door) {
        this.node = node;
        this.door = door;
    }

    @Override
    public void arm(JobKey job, long version, Instant due) {
        Armed one = new Armed(job, version, due);
        armed.put(job, one);
        watch(one);
    }

    @Override
    public void disarm(JobKey job) {
        armed.remove(job);
    }

    @Override
    public List<Armed> armed() {
        return List.copyOf(armed.values());
    }

    @Override
    public void start() {
        started = true;
        look();
    }

    @Override
    public void stop() {
        started = false;
    }

    /** Looks at everything again: the clock was stepped. */
    void look() {
        List.copyOf(armed.values()).forEach(this::watch);
    }

    private void watch(Armed one) {
        long left = one.due().toEpochMilli() - node.clock.millis();
        node.spawn(Math.max(0, left) * 1_000, () -> ring(one));
    }

    private void ring(Armed one) {
        if (!started || !one.equals(armed.get(one.job()))) {
            return;
        }
        if (one.due().toEpochMilli() > node.clock.millis()) {
            watch(one);
            return;
        }
        armed.remove(one.job());
        door.fire(one.job(), one.version(), one.due());
    }
}
