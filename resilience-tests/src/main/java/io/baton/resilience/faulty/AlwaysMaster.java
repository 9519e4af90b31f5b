package io.baton.resilience.faulty;

import io.baton.application.Ports;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.MasterLease;
import io.baton.domain.port.NodeRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Ports that show nobody in the master role and grant it to whoever asks, so that several nodes hold it at once. */
final class AlwaysMaster implements UnaryOperator<Ports> {
    @Override
    public Ports apply(Ports real) {
        Ports.Where where = real.where();
        return new Ports(
                real.when(),
                new Ports.Where(
                        new WithoutMaster(where.registry()),
                        where.queue(),
                        where.queueRecovery(),
                        where.lock(),
                        new Granted()),
                real.what(),
                real.invoker());
    }

    /** The registry, whose answers to heartbeats name no master: a node that sees one would not ask for the role. */
    private record WithoutMaster(NodeRegistry real) implements NodeRegistry {
        @Override
        public BeatReply beat(Heartbeat beat, Duration timeout) {
            BeatReply reply = real.beat(beat, timeout);
            ClusterView view = reply.view();
            return new BeatReply(
                    new ClusterView(view.now(), view.nodes(), Optional.empty(), view.drainWanted()),
                    reply.refusedFor());
        }

        @Override
        public ClusterView view() {
            return real.view();
        }

        @Override
        public Set<Incarnation> present() {
            return real.present();
        }

        @Override
        public void leave(Incarnation who) {
            real.leave(who);
        }

        @Override
        public void evict(Incarnation dead) {
            real.evict(dead);
        }

        @Override
        public void wantDrain(NodeId node, boolean wanted) {
            real.wantDrain(node, wanted);
        }
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
