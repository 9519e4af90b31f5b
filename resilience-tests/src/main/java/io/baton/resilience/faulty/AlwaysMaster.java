package io.baton.resilience.faulty;

import io.baton.application.Ports;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.MasterLease;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ports whose master lease is granted to whoever asks, so that several nodes hold the role at once. */
final class AlwaysMaster implements UnaryOperator<Ports> {
    @Override
    public Ports apply(Ports real) {
        Ports.Where where = real.where();
        return new Ports(
                real.when(),
                new Ports.Where(where.registry(), where.queue(), where.queueRecovery(), where.lock(), new Granted()),
                real.what(),
                real.invoker());
    }

    private static final class Granted implements MasterLease {
        private volatile Optional<Incarnation> last = Optional.empty();

        @Override
        public Incarnation claim(Incarnation by, Duration lasting) {
            last = Optional.of(by);
            return by;
        }

        @Override
        public Optional<Incarnation> holder() {
            return last;
        }

        @Override
        public void release(Incarnation by) {
            last = Optional.empty();
        }

        @Override
        public Incarnation takeFrom(Incarnation dead, Incarnation by, Duration lasting) {
            return claim(by, lasting);
        }
    }
}
