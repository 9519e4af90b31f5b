package io.baton.application.place;

import io.baton.application.node.ClusterWatch;
import io.baton.application.node.Slots;
import io.baton.domain.node.ClusterView.Member;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.Load;
import io.baton.domain.placement.Candidate;
import io.baton.domain.placement.Decision;
import io.baton.domain.placement.PlacementPolicy;
import io.baton.domain.placement.PlacementRequest;
import io.baton.domain.port.LoadProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Decides where tasks go, from the latest heartbeats and what this node has itself placed since, so that a burst does not
 * herd onto one node.
 */
public final class PlacementBoard {
    private final PlacementPolicy policy;
    private final ClusterWatch watch;
    private final Slots slots;
    private final LoadProbe probe;
    private final Heartbeat.Profile profile;
    private final int capacity;
    private final SecondLook look;
    private final Map<Incarnation, Placed> placed = new ConcurrentHashMap<>();

    /** What this node placed on another since that one's heartbeat of the given time. */
    private record Placed(Instant since, int count) {}

    /**
     * What a node knows of itself.
     *
     * @param capacity how many messages may wait on a node's queue; the same on all nodes of a cluster
     */
    public record Own(Slots slots, LoadProbe probe, Heartbeat.Profile profile, int capacity) {}

    public PlacementBoard(PlacementPolicy policy, ClusterWatch watch, Own own, SecondLook look) {
        this.policy = policy;
        this.watch = watch;
        this.slots = own.slots();
        this.probe = own.probe();
        this.profile = own.profile();
        this.capacity = own.capacity();
        this.look = look;
    }

    /** Decides, and counts what it sent. A decision for {@code Here} reserves nothing. */
    public Decision place(PlacementRequest request) {
        Decision first = decide(request);
        Decision decision = first instanceof Decision.Nowhere && look.again() ? decide(request) : first;
        decision.fold(
                here -> count(Optional.empty()),
                queued -> count(Optional.of(watch.self())),
                sent -> count(Optional.of(sent.to())),
                nowhere -> count(Optional.empty()));
        return decision;
    }

    private Decision decide(PlacementRequest request) {
        PlacementPolicy.Self self = new PlacementPolicy.Self(own(), watch.isMaster(), watch.draining());
        return policy.decide(request, self, others(watch.self()));
    }

    /** The least loaded live node, this one too, other than the given one; counts what it gave. */
    public Optional<Incarnation> anyone(PlacementRequest request, Optional<Incarnation> except) {
        Optional<Incarnation> best =
                leastLoaded(request, except).or(() -> look.again() ? leastLoaded(request, except) : Optional.empty());
        count(best);
        return best;
    }

    private Optional<Incarnation> leastLoaded(PlacementRequest request, Optional<Incarnation> except) {
        Stream<Candidate> self = watch.draining() ? Stream.empty() : Stream.of(own());
        return Stream.concat(self, others(watch.self()).stream())
                .filter(c -> !Optional.of(c.who()).equals(except))
                .filter(c ->
                        c.targets().contains(request.target()) && c.labels().satisfy(request.labels()))
                .min(Candidate.LEAST_LOADED)
                .map(Candidate::who);
    }

    /**
     * The live nodes that a broadcast with these wishes goes to, by node id; if all of them are silent just now, as after an
     * outage that held up everybody's heartbeat, those that are not declared dead.
     */
    public List<Incarnation> everybody(PlacementRequest request) {
        look.again();
        List<Incarnation> alive = takers(request, watch.alive());
        return alive.isEmpty() ? takers(request, watch.view().nodes()) : alive;
    }

    private List<Incarnation> takers(PlacementRequest request, List<Member> among) {
        return among.stream()
                .filter(m -> takesWork(m) && fits(m, request))
                .map(Member::who)
                .toList();
    }

    /** Whether a live node has what the task asks for, be it one that drains. */
    public boolean knows(PlacementRequest request) {
        return known(request) || (look.again() && known(request));
    }

    /**
     * Whether every live node that could take the task has so many messages waiting already, as far as heartbeats and what
     * was placed here since tell.
     *
     * @param only the one node that may take it; empty = any
     */
    public boolean full(PlacementRequest request, Optional<Incarnation> only) {
        List<Member> takers = watch.alive().stream()
                .filter(m -> takesWork(m) && (only.isEmpty() || only.get().equals(m.who())))
                .filter(m -> fits(m, request))
                .toList();
        return !takers.isEmpty() && takers.stream().allMatch(m -> waiting(m) >= capacity);
    }

    private boolean known(PlacementRequest request) {
        return watch.alive().stream().anyMatch(m -> fits(m, request));
    }

    private static boolean fits(Member member, PlacementRequest request) {
        Heartbeat.Profile profile = member.beat().profile();
        return profile.targets().contains(request.target()) && profile.labels().satisfy(request.labels());
    }

    /** Whether this node has what the task asks for, and a slot or room in its queue. */
    public boolean takesHere(PlacementRequest request) {
        return profile.targets().contains(request.target())
                && profile.labels().satisfy(request.labels())
                && (slots.free() > 0 || own().room());
    }

    /** Counts a task that was to start here and found no slot. */
    public void queuedHere() {
        count(Optional.of(watch.self()));
    }

    private Candidate own() {
        int waiting = watch.view().find(watch.self().node()).map(this::waiting).orElse(0);
        int work = slots.busy() + waiting;
        double load = Load.of(work, slots.total(), probe.cpuShare());
        return new Candidate(
                watch.self(),
                load,
                (double) work / slots.total(),
                slots.free(),
                waiting < capacity,
                profile.labels(),
                profile.targets());
    }

    /** Messages on its queue, as far as its heartbeat and what was placed here since tell; more than those if it has free slots. */
    private int waiting(Member member) {
        return member.beat().status().queued() + placedOn(member.who(), member.beatAt());
    }

    private List<Candidate> others(Incarnation except) {
        return watch.alive().stream()
                .filter(m -> !m.who().equals(except) && takesWork(m))
                .map(this::candidate)
                .toList();
    }

    private boolean takesWork(Member member) {
        return !member.beat().status().draining() && !watch.view().drainWanted().contains(member.id());
    }

    private Candidate candidate(Member member) {
        Heartbeat beat = member.beat();
        int work = beat.status().busy() + waiting(member);
        int total = beat.profile().slots();
        double load = Load.of(work, total, beat.status().cpu());
        return new Candidate(
                member.who(),
                load,
                (double) work / total,
                Math.max(0, total - work),
                waiting(member) < capacity,
                beat.profile().labels(),
                beat.profile().targets());
    }

    private int placedOn(Incarnation node, Instant since) {
        Placed count = placed.get(node);
        return count == null || count.since().isBefore(since) ? 0 : count.count();
    }

    private boolean count(Optional<Incarnation> on) {
        on.ifPresent(node -> {
            Instant since = watch.view().find(node.node()).map(Member::beatAt).orElse(Instant.EPOCH);
            placed.merge(
                    node,
                    new Placed(since, 1),
                    (old, one) -> old.since().isBefore(one.since()) ? one : new Placed(old.since(), old.count() + 1));
        });
        return on.isPresent();
    }
}
