package io.baton.resilience.simulation;

import io.baton.domain.node.NodeId;
import io.baton.domain.queue.Receipt;
import io.baton.domain.queue.Taken;
import io.baton.domain.queue.TaskMessage;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Redis of a world: does each call in one step, and may lose everything, go back in time, be two, be full, be away, or
 * have its clock stepped.
 */
final class Redis implements Store {
    private final World world;
    private RedisSide main;
    private RedisSide other;
    private boolean down;
    private boolean full;
    private int epochs;
    private long clockOff;
    private final Map<String, Turns.Signal> arrivals = new HashMap<>();
    private final Map<SimNode, List<Taken>> unheard = new HashMap<>();

    Redis(World world) {
        this.world = world;
        this.main = new RedisSide(world, this, epochs++);
        this.other = main;
    }

    long clockOff() {
        return clockOff;
    }

    void stepClock(long millis) {
        clockOff += millis;
    }

    void connect(SimNode node) {
        main.connect(node);
        if (other != main) {
            other.connect(node);
        }
    }

    void down(boolean away) {
        down = away;
        if (away) {
            main.dropAll();
        }
    }

    void full(boolean now) {
        full = now;
    }

    void wipe() {
        main = new RedisSide(world, this, epochs++);
        other = main;
        world.everybody().forEach(main::connect);
    }

    void rollBack(long millis) {
        main = main.asOf(world.turns.now() - millis * 1_000, epochs++);
        other = main;
    }

    /** A fail-over with the old master alive: nodes with an odd index stay with it, the others go to the new one. */
    void split(long lagMillis) {
        other = main;
        main = main.asOf(world.turns.now() - lagMillis * 1_000, epochs++);
    }

    void heal() {
        other = main;
        arrivals.values().forEach(world.turns::signalAll);
    }

    void cut(SimNode node) {
        both().forEach(side -> side.link(node).cut());
    }

    void drop(SimNode node) {
        both().forEach(side -> side.link(node).drop());
    }

    void restore(SimNode node) {
        both().forEach(side -> side.link(node).restore());
    }

    long state(StateHash hash) {
        long state = StateHash.mix(main.state(hash), main == other ? 0 : other.state(hash));
        return StateHash.mix(state, hash.of(unheard));
    }

    /** Messages that are left anywhere, in words; empty if there are none. */
    List<String> leftOver() {
        return main.leftOver();
    }

    private Set<RedisSide> both() {
        return main == other ? Set.of(main) : Set.of(main, other);
    }

    private RedisSide side(SimNode node) {
        return node.index % 2 == 1 ? other : main;
    }

    @Override
    public String refusal(SimNode node, boolean grows) {
        if (down) {
            return "simulated: Redis is down";
        }
        if (node.cutFromRedis) {
            return "simulated: no way to Redis";
        }
        return full && grows ? "simulated: OOM command not allowed" : "";
    }

    @Override
    public Object carryOut(SimNode node, Class<?> port, Method method, Object[] args) throws IllegalAccessException {
        if (method.getName().equals("take")) {
            return take(node, port, method, args);
        }
        Object answer = side(node).carryOut(node, port, method, args);
        announce(method, args);
        return answer;
    }

    /** Waits in virtual time. What an earlier take moved without being heard comes first: the client asks for it back. */
    private Object take(SimNode node, Class<?> port, Method method, Object[] args) throws IllegalAccessException {
        List<Taken> again = unheard.remove(node);
        if (again != null) {
            List<Taken> still = side(node).stillInFlight(node, again);
            if (!still.isEmpty()) {
                int most = Math.min(still.size(), (Integer) args[1]);
                unheard(node, still.subList(most, still.size()));
                return still.subList(0, most);
            }
        }
        Object[] atOnce = {args[0], args[1], Duration.ZERO};
        Object answer = side(node).carryOut(node, port, method, atOnce);
        long most = ((Duration) args[2]).toNanos() / 1_000;
        if (((List<?>) answer).isEmpty() && most > 0) {
            world.turns.await(arrival(node.self.node()), most);
            node.settle();
            if (refusal(node, true).isEmpty()) {
                answer = side(node).carryOut(node, port, method, atOnce);
            }
        }
        return answer;
    }

    private void announce(Method method, Object[] args) {
        if (method.getName().equals("push")) {
            ((List<?>) args[0]).forEach(message -> announce(((TaskMessage) message).target()));
        } else if (method.getName().startsWith("salvage")) {
            announce((NodeId) args[1]);
        }
    }

    private void announce(NodeId node) {
        world.turns.signalAll(arrival(node));
    }

    private Turns.Signal arrival(NodeId node) {
        return arrivals.computeIfAbsent(node.text(), id -> new Turns.Signal());
    }

    @Override
    public void unheard(SimNode node, Object answer) {
        if (answer instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Taken taken) {
                    unheard.computeIfAbsent(node, n -> new ArrayList<>()).add(taken);
                }
            }
        }
    }

    @Override
    public boolean repeats() {
        return true;
    }

    static Receipt outward(int epoch, Receipt inner) {
        return new Receipt("e" + epoch + "-" + inner.text());
    }
}
