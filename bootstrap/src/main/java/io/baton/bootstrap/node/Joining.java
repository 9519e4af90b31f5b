package io.baton.bootstrap.node;

import io.baton.application.core.Life;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Brings a node into its cluster: at once, or, if an earlier life of it crashed lately, once that one counts as dead. */
final class Joining {
    private static final Logger LOG = System.getLogger(Joining.class.getName());
    /** 3 s: an earlier life whose connection the store still holds for longer than this is alive. */
    private static final Duration LINGER = Duration.ofSeconds(3);

    private final Life life;
    private final NodeWitness witness;
    private final Duration timeout;

    Joining(Life life, NodeWitness witness, Duration timeout) {
        this.life = life;
        this.witness = witness;
        this.timeout = timeout;
    }

    /** @throws StoreUnavailableException if another live node holds the id, or the node is not wanted any more */
    void join(BooleanSupplier unwanted) {
        long began = System.nanoTime();
        Optional<Incarnation> rival = life.join();
        if (rival.isPresent()) {
            LOG.log(
                    Level.INFO,
                    "another life of this node, {0}, was here lately; waiting until it is gone",
                    rival.get());
        }
        while (rival.isPresent()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            boolean alive = waited.compareTo(LINGER) > 0 && present(rival.get());
            if (alive || waited.compareTo(timeout.plus(LINGER)) > 0) {
                throw new StoreUnavailableException(
                        "baton.node.id: another live node has the id "
                                + rival.get().node() + "; give this one another",
                        false);
            }
            if (unwanted.getAsBoolean()) {
                throw new StoreUnavailableException("stopped while waiting for its id", false);
            }
            pause();
            rival = life.join();
        }
    }

    private boolean present(Incarnation rival) {
        return witness.sightings().all().stream().anyMatch(s -> s.who().equals(rival) && s.present());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while joining the cluster", false, e);
        }
    }
}
