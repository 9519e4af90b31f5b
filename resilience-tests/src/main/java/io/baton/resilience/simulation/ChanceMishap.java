package io.baton.resilience.simulation;

/** A call goes wrong as often as the plan says. */
final class ChanceMishap implements Mishap {
    private final World world;
    private final SimNode node;
    private final Chance chance;
    private final CallFaults rates;

    ChanceMishap(World world, SimNode node, Chance chance) {
        this.world = world;
        this.node = node;
        this.chance = chance;
        this.rates = world.callFaults();
    }

    @Override
    public void there() {
        travel();
        strike();
    }

    @Override
    public void refused() {
        world.turns.pass(chance.spread(1_000, 1_500_000));
        node.settle();
    }

    @Override
    public boolean fails() {
        return struck(rates.fails(), "call-fails");
    }

    @Override
    public boolean twice() {
        return struck(rates.twice(), "call-twice");
    }

    @Override
    public void back() {
        travel();
        strike();
    }

    @Override
    public boolean silent() {
        return struck(rates.silent(), "call-done-but-fails");
    }

    private boolean struck(double rate, String kind) {
        boolean struck = chance.of(rate);
        if (struck) {
            world.recorder.struck(kind);
        }
        return struck;
    }

    private void travel() {
        long micros = chance.of(0.9) ? chance.between(20, 200) : chance.between(200, 4_000);
        if (struck(rates.slow(), "call-slow")) {
            micros = chance.spread(5_000, timeout() * 1_500);
        }
        world.turns.pass(micros);
        node.settle();
    }

    private void strike() {
        if (struck(rates.kills(), "killed-in-a-call")) {
            world.nemesis.kill(node, chance.spread(200, 10_000));
            node.settle();
        }
        if (struck(rates.pauses(), "paused-in-a-call")) {
            node.pause(chance.spread(10, timeout() * 2));
            node.settle();
        }
    }

    private long timeout() {
        return world.plan.nodes().timings().heartbeatTimeout().toMillis();
    }
}
