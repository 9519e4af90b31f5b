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
import io.baton.domain.port.NodeWitness.Sightings;
import io.baton.domain.port.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
    /** 5 s: so often queues are looked at while the database tells of no task and no death, for messages that it does not know. */
    private static final Duration SALVAGE = Duration.ofSeconds(5);

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
    private Optional<Long> salvagedAt = Optional.empty();

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
            List<Incarnation> owners = master ? ports.what().ledger().recovery().owners() : List.of();
            Map<Incarnation, Verdict> verdicts = judge(owners);
            succeed(verdicts);
            if (master) {
                rule(verdicts, !owners.isEmpty());
            }
            wasMaster = master;
        } catch (StoreException e) {
            LOG.log(Level.DEBUG, "no sweep: {0}", e.getMessage());
        }
    }

    /** Asks the database first, and the registry only if somebody may be dead by that. */
    private Map<Incarnation, Verdict> judge(List<Incarnation> owners) {
        Observation known = new Observation(surroundings.nanos().getAsLong(), watch.view(), Set.of(), sightings());
        Set<Incarnation> others = asked(known, owners);
        others.remove(watch.self());
        Map<Incarnation, Verdict> verdicts = new HashMap<>();
        if (deaths.allLive(known, others)) {
            others.forEach(who -> verdicts.put(who, Verdict.LIVES));
        } else {
            Observation fresh = look();
            verdicts.putAll(deaths.judge(fresh, asked(fresh, owners)));
        }
        verdicts.put(watch.self(), Verdict.LIVES);
        return verdicts;
    }

    /** The database last: who is in the view by then has enrolled before. */
    private Observation look() {
        ClusterView view = ports.where().registry().view();
        Set<Incarnation> present = ports.where().registry().present();
        return new Observation(surroundings.nanos().getAsLong(), view, present, sightings());
    }

    private Sightings sightings() {
        return ports.what().witness().sightings();
    }

    private static Set<Incarnation> asked(Observation observation, List<Incarnation> owners) {
        Set<Incarnation> asked = new LinkedHashSet<>();
        observation.view().nodes().forEach(m -> asked.add(m.who()));
        observation.sightings().all().stream().map(Sighting::who).forEach(asked::add);
        asked.addAll(owners);
        observation.view().master().ifPresent(asked::add);
        return asked;
    }

    private void succeed(Map<Incarnation, Verdict> verdicts) {
        Optional<Incarnation> dead =
                watch.master().filter(m -> verdicts.getOrDefault(m, Verdict.LIVES) != Verdict.LIVES);
        if (dead.isPresent()) {
            duties.heartbeats().succeed(dead.get());
        }
    }

    /** @param work whether any task is queued or runs */
    private void rule(Map<Incarnation, Verdict> verdicts, boolean work) {
        if (!wasMaster) {
            duties.dueTimes().forget();
        }
        duties.recovery().recover(verdicts);
        salvage(verdicts, work);
        if (work) {
            duties.resend().resend();
        }
        duties.upkeep().distributor().send(ports.what().ledger().recovery().settle(watch.self(), BATCH));
        dueTimesAt = every(
                DUE_TIMES,
                dueTimesAt,
                () -> duties.dueTimes().sweep(ports.what().ledger().recovery().now()));
        purgedAt = every(PURGE, purgedAt, this::purge);
    }

    private void salvage(Map<Incarnation, Verdict> verdicts, boolean work) {
        if (work || !wasMaster || verdicts.values().stream().anyMatch(v -> v != Verdict.LIVES)) {
            salvagedAt = Optional.empty();
        }
        salvagedAt = every(SALVAGE, salvagedAt, () -> duties.recovery().salvage(verdicts));
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
