package io.baton.application.node;

import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.NodeWitness.Sighting;
import io.baton.domain.port.NodeWitness.Sightings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the dead from the silent.
 *
 * <p>A node that crashed loses its presence in both stores at once: after 2 s of that its queued tasks are free, after 4 s
 * its running ones too, unless its heartbeat or last-seen moved meanwhile. A node that is paused or cut off keeps what
 * the operating system holds for it; it is dead when both stores have heard nothing for the timeout. An incarnation that
 * the database does not know as its node's current one is dead at once. If more than half of three or more nodes seem to
 * die together, the watcher doubts itself and waits one timeout.
 */
public final class DeathWatch {
    /** 2 s without presence in both stores: queued tasks may move, for a start is a compare-and-set. */
    static final Duration QUEUED_DWELL = Duration.ofSeconds(2);
    /** 4 s without presence in both stores: running tasks may be taken over. */
    static final Duration RUNNING_DWELL = Duration.ofSeconds(4);

    private final Duration timeout;
    private final Map<Incarnation, Absence> absences = new HashMap<>();
    private Optional<Long> doubtSince = Optional.empty();

    /** Since when both presences are gone, and what the stores had heard then. */
    private record Absence(long since, Optional<Instant> beat, Optional<Instant> seen) {}

    /** What both stores said at one moment, by a clock that only goes forward. */
    public record Observation(long nanos, ClusterView view, Set<Incarnation> present, Sightings sightings) {}

    /** How dead a node is. */
    public enum Verdict {
        LIVES,
        /** What is queued for it may move. */
        QUEUED_FREE,
        /** What it ran may be taken over too. */
        DEAD
    }

    public DeathWatch(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Whether the database alone shows that all of them live: present, seen within the timeout, and not silent by a view of
     * the registry that may be some seconds old. Then {@link #judge} would say so whatever the registry's presences are, and
     * nobody need ask for them; absences end here as they do there. Not safe for several threads at once.
     */
    public boolean allLive(Observation now, Collection<Incarnation> asked) {
        boolean all = asked.stream().allMatch(who -> livesForSure(now, who));
        if (all) {
            absences.clear();
            doubtSince = Optional.empty();
        }
        return all;
    }

    private boolean livesForSure(Observation now, Incarnation who) {
        return current(now, who)
                        .filter(s -> s.present() && !silentInStore(now, s))
                        .isPresent()
                && beat(now, who).filter(at -> silentInRegistry(now, at)).isEmpty();
    }

    /** Judges each of the incarnations. Not safe for several threads at once. */
    public Map<Incarnation, Verdict> judge(Observation now, Collection<Incarnation> asked) {
        Map<Incarnation, Verdict> verdicts = new HashMap<>();
        for (Incarnation who : asked) {
            verdicts.put(who, judge(now, who));
        }
        absences.keySet().retainAll(verdicts.keySet());
        if (doubtful(now, verdicts)) {
            verdicts.replaceAll((who, verdict) -> current(now, who).isPresent() ? Verdict.LIVES : verdict);
        }
        return verdicts;
    }

    private Verdict judge(Observation now, Incarnation who) {
        Optional<Sighting> sighting = current(now, who);
        if (sighting.isEmpty()) {
            return Verdict.DEAD;
        }
        Optional<Instant> beat = beat(now, who);
        boolean silentInRegistry = beat.map(at -> silentInRegistry(now, at)).orElse(true);
        boolean silentInStore = silentInStore(now, sighting.get());
        if (silentInRegistry && silentInStore) {
            return Verdict.DEAD;
        }
        Verdict byPresence = byPresence(now, who, new Absence(now.nanos(), beat, sighting.map(Sighting::lastSeen)));
        return byPresence == Verdict.LIVES && beat.isPresent() && silentInRegistry ? Verdict.QUEUED_FREE : byPresence;
    }

    private static Optional<Instant> beat(Observation now, Incarnation who) {
        return now.view().find(who.node()).filter(m -> m.who().equals(who)).map(ClusterView.Member::beatAt);
    }

    private boolean silentInRegistry(Observation now, Instant beatAt) {
        return beatAt.plus(timeout).isBefore(now.view().now());
    }

    private boolean silentInStore(Observation now, Sighting sighting) {
        return sighting.lastSeen().plus(timeout).isBefore(now.sightings().now());
    }

    private Verdict byPresence(Observation now, Incarnation who, Absence ifNew) {
        boolean present = now.present().contains(who)
                || current(now, who).map(Sighting::present).orElse(false);
        if (present) {
            absences.remove(who);
            return Verdict.LIVES;
        }
        Absence absence = absences.merge(who, ifNew, (old, fresh) -> moved(old, fresh) ? fresh : old);
        long gone = now.nanos() - absence.since();
        if (gone >= RUNNING_DWELL.toNanos()) {
            return Verdict.DEAD;
        }
        return gone >= QUEUED_DWELL.toNanos() ? Verdict.QUEUED_FREE : Verdict.LIVES;
    }

    private static boolean moved(Absence old, Absence fresh) {
        return !old.beat().equals(fresh.beat()) || !old.seen().equals(fresh.seen());
    }

    private boolean doubtful(Observation now, Map<Incarnation, Verdict> verdicts) {
        int nodes = now.sightings().all().size();
        long dying = now.sightings().all().stream()
                .filter(s -> verdicts.getOrDefault(s.who(), Verdict.LIVES) == Verdict.DEAD)
                .count();
        if (nodes < 3 || dying * 2 <= nodes) {
            doubtSince = Optional.empty();
            return false;
        }
        doubtSince = doubtSince.or(() -> Optional.of(now.nanos()));
        return now.nanos() - doubtSince.get() < timeout.toNanos();
    }

    private static Optional<Sighting> current(Observation now, Incarnation who) {
        return now.sightings().all().stream().filter(s -> s.who().equals(who)).findFirst();
    }
}
