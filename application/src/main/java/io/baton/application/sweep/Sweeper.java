package io.baton.application.sweep;

import io.baton.application.Ports;
import io.baton.application.Surroundings;
import io.baton.application.node.ClusterWatch;
import io.baton.application.node.DeathWatch;
import io.baton.application.node.DeathWatch.Observation;
import io.baton.application.node.DeathWatch.Verdict;
import io.baton.application.node.Heartbeats;
import io.baton.application.place.TaskDistributor;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.NodeWitness.Sighting;
import io.baton.domain.port.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The step that a node repeats every second: every node watches the master's life, the master watches everything.
 *
 * <p>Two sweepers are harmless: each change is a compare-and-set that any node could take.
 */
public final class Sweeper {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final Duration DUE_TIMES = Duration.ofSeconds(4);
    private static final Duration PURGE = Duration.ofSeconds(60);
    private static final int BATCH = 500;

    private final Ports ports;
    private final ClusterWatch watch;
    private final DeathWatch deaths;
    private final Duties duties;
    private final Surroundings surroundings;
    private boolean wasMaster;
    private Optional<Long> dueTimesAt = Optional.empty();
    private Optional<Long> purgedAt = Optional.empty();

    /** What a master does. @param retention how long ended tasks are kept */
    public record Duties(
            Heartbeats heartbeats, RecoverDead recovery, ResendLost resend, SweepDueTimes dueTimes, Upkeep upkeep) {}

    public record Upkeep(TaskDistributor distributor, Duration retention) {}

    public Sweeper(Ports ports, ClusterWatch watch, DeathWatch deaths, Duties duties, Surroundings surroundings) {
        this.ports = ports;
        this.watch = watch;
        this.deaths = deaths;
        this.duties = duties;
        this.surroundings = surroundings;
    }

    /** One step. A store that does not answer ends it: nobody is judged on half the evidence. */
    public void step() {
        if (!watch.open()) {
            return;
        }
        try {
            boolean master = watch.isMaster();
            Map<Incarnation, Verdict> verdicts = judge(master);
            succeed(verdicts);
            if (master) {
                rule(verdicts);
            }
            wasMaster = master;
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "no sweep: {0}", e.getMessage());
        }
    }

    private Map<Incarnation, Verdict> judge(boolean master) {
        ClusterView view = ports.where().registry().view();
        Observation observation = new Observation(
                surroundings.nanos().getAsLong(),
                view,
                ports.where().registry().present(),
                ports.what().witness().sightings());
        Set<Incarnation> asked = new LinkedHashSet<>();
        view.nodes().forEach(m -> asked.add(m.who()));
        observation.sightings().all().stream().map(Sighting::who).forEach(asked::add);
        if (master) {
            asked.addAll(ports.what().ledger().recovery().owners());
        }
        view.master().ifPresent(asked::add);
        Map<Incarnation, Verdict> verdicts = deaths.judge(observation, asked);
        verdicts.put(watch.self(), Verdict.LIVES);
        return verdicts;
    }

    private void succeed(Map<Incarnation, Verdict> verdicts) {
        Optional<Incarnation> dead =
                watch.master().filter(m -> verdicts.getOrDefault(m, Verdict.LIVES) != Verdict.LIVES);
        if (dead.isPresent()) {
            duties.heartbeats().succeed(dead.get());
        }
    }

    private void rule(Map<Incarnation, Verdict> verdicts) {
        if (!wasMaster) {
            duties.dueTimes().forget();
        }
        duties.recovery().recover(verdicts);
        duties.resend().resend();
        duties.upkeep().distributor().send(ports.what().ledger().recovery().settle(watch.self(), BATCH));
        dueTimesAt = every(
                DUE_TIMES,
                dueTimesAt,
                () -> duties.dueTimes().sweep(ports.what().ledger().recovery().now()));
        purgedAt = every(PURGE, purgedAt, this::purge);
    }

    private void purge() {
        var recovery = ports.what().ledger().recovery();
        int gone = recovery.purge(recovery.now().minus(duties.upkeep().retention()), BATCH);
        if (gone > 0) {
            LOG.log(Level.DEBUG, "{0} tasks older than the retention were deleted", gone);
        }
    }

    private Optional<Long> every(Duration period, Optional<Long> last, Runnable duty) {
        long now = surroundings.nanos().getAsLong();
        if (last.isPresent() && now - last.get() < period.toNanos()) {
            return last;
        }
        duty.run();
        return Optional.of(now);
    }
}
