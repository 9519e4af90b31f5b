package io.baton.application.core;

import io.baton.application.Backoff;
import io.baton.application.Hands;
import io.baton.application.Ports;
import io.baton.application.Surroundings;
import io.baton.application.Tokens;
import io.baton.application.execute.RunListener;
import io.baton.application.jobs.Arming;
import io.baton.application.jobs.JobCatalog;
import io.baton.application.jobs.JobLookup;
import io.baton.application.jobs.JobReconciler;
import io.baton.application.node.ClusterWatch;
import io.baton.application.node.NodeSpec;
import io.baton.application.node.Slots;
import io.baton.application.node.StoreClock;
import io.baton.application.place.PlacementBoard;
import io.baton.application.place.Relocation;
import io.baton.application.place.SecondLook;
import io.baton.application.place.TaskDistributor;
import io.baton.application.sweep.SweepDueTimes;
import io.baton.domain.job.Labels;
import io.baton.domain.placement.PlacementPolicy;
import io.baton.domain.port.Triggers;
import io.baton.domain.schedule.DueTimes;
import io.baton.domain.task.TaskRow;
import java.util.function.Function;

/** One node: what stands at its middle, and the wings that are built on it. The simulation builds the very same. */
public final class Core {
    final Ports ports;
    final NodeSpec spec;
    final Surroundings surroundings;
    final Hands hands;
    final Middle middle;
    final Execution execution;
    final Firings firings;
    final Definitions definitions;
    final Watch watch;
    private final Voices voices;
    private final DueTimes dueTimes;

    /** What every wing needs. */
    record Middle(ClusterWatch watch, StoreClock clock, Slots slots, Known known, Sending sending) {
        JobCatalog catalog() {
            return known.catalog();
        }

        JobLookup jobs() {
            return known.jobs();
        }

        Tokens tokens() {
            return known.tokens();
        }
    }

    /** Definitions, and the names of this node's writes. */
    record Known(JobCatalog catalog, JobLookup jobs, Tokens tokens) {}

    /** How tasks get to nodes. */
    record Sending(PlacementBoard board, TaskDistributor distributor, Relocation relocation) {}

    public Core(Ports ports, NodeSpec spec, Surroundings surroundings, Hands hands, Voices voices) {
        this.ports = ports;
        this.spec = spec;
        this.surroundings = surroundings;
        this.hands = hands;
        this.voices = voices;
        this.middle = middle(ports, spec, surroundings, hands);
        this.dueTimes = new DueTimes(ports.when().crons());
        Arming arming = new Arming(middle.catalog(), dueTimes, middle.clock());
        Door door = new Door(arming);
        Triggers triggers = ports.when().triggers().apply(door);
        JobReconciler reconciler = new JobReconciler(
                ports.what().definitions().jobs(),
                new JobReconciler.Armament(middle.catalog(), arming, triggers),
                hands.locks().get(),
                surroundings.nanos(),
                voices.findings()::reconciled);
        this.execution = Execution.of(this, voices);
        this.firings = Firings.of(this, reconciler);
        door.open(firings.fire(), triggers);
        execution.open(firings.request());
        this.definitions = Definitions.of(this, reconciler, voices.json());
        this.watch = Watch.of(this, triggers);
    }

    /** How a node speaks: what runs say, JSON, and what it found out of order. */
    public record Voices(RunListener listener, Json json, NodeListener findings) {
        public Voices(RunListener listener, Json json) {
            this(listener, json, NodeListener.DEAF);
        }
    }

    private static Middle middle(Ports ports, NodeSpec spec, Surroundings surroundings, Hands hands) {
        ClusterWatch watch = new ClusterWatch(spec.self(), spec.timings(), surroundings.nanos());
        StoreClock clock = new StoreClock(surroundings);
        Slots slots = new Slots(spec.profile().slots(), hands.locks().get());
        JobCatalog catalog = new JobCatalog();
        JobLookup jobs = new JobLookup(catalog, ports.what().definitions().jobs());
        Tokens tokens = new Tokens(spec.self());
        PlacementBoard board = new PlacementBoard(
                new PlacementPolicy(spec.dispatch().loadThreshold()),
                watch,
                new PlacementBoard.Own(
                        slots,
                        ports.when().probe(),
                        spec.profile(),
                        spec.dispatch().queueCapacity()),
                new SecondLook(ports.where().registry(), watch, surroundings.nanos()));
        Function<TaskRow, Labels> labels =
                row -> jobs.find(row.job(), row.terms().work().jobVersion())
                        .map(j -> j.placement().labels())
                        .orElse(Labels.NONE);
        TaskDistributor distributor = new TaskDistributor(
                ports.where().queue(),
                new TaskDistributor.Rules(spec.dispatch().queueCapacity(), labels),
                clock,
                new Backoff(surroundings, hands.timer()),
                hands.steps());
        Relocation.Wishes wishes = new Relocation.Wishes(watch, labels);
        Relocation relocation = new Relocation(ports.what().ledger().tasks(), tokens, board, distributor, wishes);
        return new Middle(
                watch, clock, slots, new Known(catalog, jobs, tokens), new Sending(board, distributor, relocation));
    }

    /** A new one, for one step. */
    Backoff backoff() {
        return new Backoff(surroundings, hands.timer());
    }

    /** A sweep with a memory of its own. */
    SweepDueTimes sweepOfDueTimes() {
        return new SweepDueTimes(
                middle.catalog(),
                dueTimes,
                ports.what().definitions().watermarks(),
                new SweepDueTimes.Insertion(
                        firings.plan(), firings.rows(), middle.sending().distributor(), voices.findings()::misfired),
                middle.tokens());
    }

    /** The life of this node. */
    public Life life() {
        return watch.life();
    }

    /** What operators may do. */
    public Desk desk() {
        return Desk.of(this);
    }
}
