package io.baton.resilience.simulation;

import java.lang.reflect.Method;

/** A call goes wrong as was chosen. It takes no time, so that all that is under way at one instant can go in any order. */
final class ChosenMishap implements Mishap {
    /** 5 s: longer than the others need to take over what a crashed process ran. */
    private static final long BACK_AFTER = 5_000;

    private final World world;
    private final SimNode node;
    private final Mischance chosen;

    ChosenMishap(World world, SimNode node, Method method, Mischance.Call call) {
        this.world = world;
        this.node = node;
        this.chosen = world.choices.mishap(node, method, call.possible());
        Hand.tell(world.choices, chosen);
        if (chosen != Mischance.NONE) {
            world.recorder.struck("chosen-" + chosen.words().replace(' ', '-'));
        }
    }

    @Override
    public void there() {
        world.turns.pass(0);
        node.settle();
        strike(Mischance.KILLED_BEFORE, Mischance.PAUSED_BEFORE);
    }

    @Override
    public void refused() {
        world.turns.pass(1_000);
        node.settle();
    }

    @Override
    public boolean fails() {
        return chosen == Mischance.FAILS;
    }

    @Override
    public boolean twice() {
        return chosen == Mischance.TWICE;
    }

    @Override
    public void back() {
        strike(Mischance.KILLED_AFTER, Mischance.PAUSED_AFTER);
    }

    @Override
    public boolean silent() {
        return chosen == Mischance.SILENT;
    }

    private void strike(Mischance kills, Mischance pauses) {
        if (chosen == kills) {
            world.nemesis.kill(node, BACK_AFTER);
        } else if (chosen == pauses) {
            node.pause(world.plan.nodes().timings().heartbeatTimeout().toMillis() * 3 / 2);
        }
        node.settle();
    }
}
