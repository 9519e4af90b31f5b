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
        node.settle();
        CallFaults rates = world.callFaults();
        boolean reads = READS.contains(method.getName());
        world.recorder.trace(node, port, method);
        travel(rates);
        strike(rates);
        refuse(port, store.refusal(node, !reads && !SHRINKS.contains(method.getName())), method);
        if (chance.of(rates.fails())) {
            world.recorder.struck("call-fails");
            throw new StoreException(port.getSimpleName(), method.getName(), "simulated: not done");
        }
        Object answer = store.carryOut(node, port, method, args);
        if (!reads && store.repeats() && chance.of(rates.twice())) {
            world.recorder.struck("call-twice");
            store.unheard(node, answer);
            answer = store.carryOut(node, port, method, args);
        }
        travel(rates);
        strike(rates);
        if (chance.of(rates.silent())) {
            world.recorder.struck("call-done-but-fails");
            store.unheard(node, answer);
            throw new StoreException(port.getSimpleName(), method.getName(), "simulated: done, the answer is lost");
        }
        return answer;
    }

    private void refuse(Class<?> port, String refusal, Method method) {
        if (!refusal.isEmpty()) {
            world.turns.pass(chance.spread(1_000, 1_500_000));
            node.settle();
            throw new StoreException(port.getSimpleName(), method.getName(), refusal);
        }
    }

    private void travel(CallFaults rates) {
        long micros = chance.of(0.9) ? chance.between(20, 200) : chance.between(200, 4_000);
        if (chance.of(rates.slow())) {
            world.recorder.struck("call-slow");
            micros = chance.spread(
                    5_000, world.plan.nodes().timings().heartbeatTimeout().toMillis() * 1_500);
        }
        world.turns.pass(micros);
        node.settle();
    }

    private void strike(CallFaults rates) {
        if (chance.of(rates.kills())) {
            world.recorder.struck("killed-in-a-call");
            world.nemesis.kill(node, chance.spread(200, 10_000));
            node.settle();
        }
        if (chance.of(rates.pauses())) {
            world.recorder.struck("paused-in-a-call");
            node.pause(chance.spread(
                    10, world.plan.nodes().timings().heartbeatTimeout().toMillis() * 2));
            node.settle();
        }
    }
}
