package io.baton.resilience.simulation;

import io.baton.domain.port.StoreException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * The wire between one node and the stores: every call of a port passes here, takes its time, and may go wrong in every way
 * that a call can. Between any two calls, and within each, other activities run.
 */
final class Wire {
    /** Calls that change nothing. */
    private static final Set<String> READS = Set.of(
            "view",
            "present",
            "holder",
            "states",
            "inFlight",
            "holders",
            "queues",
            "deadLetters",
            "find",
            "attempts",
            "search",
            "unwanted",
            "now",
            "owners",
            "held",
            "unsent",
            "read",
            "missing",
            "all",
            "some",
            "stamps",
            "fingerprint",
            "get",
            "sightings");
    /** Calls that take away: a store that is full still does them. */
    private static final Set<String> SHRINKS = Set.of("acknowledge", "leave", "evict", "release", "removeDeadLetter");

    private static final Object[] NOTHING = {};

    private final World world;
    private final SimNode node;
    private final Chance chance;

    Wire(World world, SimNode node, Chance chance) {
        this.world = world;
        this.node = node;
        this.chance = chance;
    }

    /** The port as the core of the node sees it. */
    <T> T port(Class<T> type, Store store) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> call(type, store, method, args == null ? NOTHING : args)));
    }

    private Object call(Class<?> port, Store store, Method method, Object[] args) throws IllegalAccessException {
        long asked = world.turns.now();
        node.vigil.asks(method);
        node.settle();
        boolean reads = READS.contains(method.getName());
        Hand.tell(world.choices, method.getName(), args);
        Mishap mishap = mishap(method, new Mischance.Call(reads, store.repeats()));
        world.recorder.trace(node, port, method);
        mishap.there();
        refuse(port, store.refusal(node, !reads && !SHRINKS.contains(method.getName())), method, mishap);
        if (mishap.fails()) {
            throw new StoreException(port.getSimpleName(), method.getName(), "simulated: not done");
        }
        Object answer = store.carryOut(node, port, method, args);
        if (!reads && store.repeats() && mishap.twice()) {
            store.unheard(node, answer);
            answer = store.carryOut(node, port, method, args);
        }
        Hand.tell(world.choices, answer);
        mishap.back();
        if (mishap.silent()) {
            store.unheard(node, answer);
            throw new StoreException(port.getSimpleName(), method.getName(), "simulated: done, the answer is lost");
        }
        node.vigil.hears(method, answer, asked);
        return answer;
    }

    private Mishap mishap(Method method, Mischance.Call call) {
        return world.choices.asked()
                ? new ChosenMishap(world, node, method, call)
                : new ChanceMishap(world, node, chance);
    }

    private void refuse(Class<?> port, String refusal, Method method, Mishap mishap) {
        if (!refusal.isEmpty()) {
            mishap.refused();
            throw new StoreException(port.getSimpleName(), method.getName(), refusal);
        }
    }
}
