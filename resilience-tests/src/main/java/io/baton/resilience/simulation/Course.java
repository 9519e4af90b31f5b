package io.baton.resilience.simulation;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choices of one run: those that it was given, the first everywhere else. Notes at which points behind the last given
 * one it could have gone another way.
 */
final class Course implements Choices {
    private final Bounds bounds;
    private final Deviations given;
    final List<Point> points = new ArrayList<>();
    final List<String> words = new ArrayList<>();
    private final List<World> worlds = new ArrayList<>();
    private int position;
    private Left left;

    /**
     * How far to look.
     *
     * @param opens virtual µs; before that nothing is chosen
     * @param depth how many points of choice, from then on
     * @param most of what the usual course has not
     */
    record Bounds(long opens, int depth, Left most) {}

    /**
     * How often a run may still leave the usual course.
     *
     * @param faults calls that go wrong
     * @param turns instants at which another activity goes on than the one that has waited longest
     */
    record Left(int faults, int turns) {}

    /** A point of choice. @param state of the world there */
    record Point(int position, int options, Left left, long state) {}

    Course(Bounds bounds, Deviations given) {
        this.bounds = bounds;
        this.given = given;
        this.left = bounds.most();
    }

    void in(World world) {
        worlds.add(world);
    }

    /** Whether no point of choice lies ahead. */
    boolean over() {
        return position >= bounds.depth();
    }

    @Override
    public boolean asked() {
        return true;
    }

    @Override
    public int turn(int able) {
        int chosen = choose(left.turns() > 0 ? able : 1, "turn", 0);
        left = new Left(left.faults(), left.turns() - (chosen > 0 ? 1 : 0));
        return chosen;
    }

    @Override
    public Mischance mishap(SimNode node, Method method, List<Mischance> possible) {
        int chosen = choose(left.faults() > 0 ? possible.size() : 1, "call", Hand.story());
        if (chosen == 0) {
            return Mischance.NONE;
        }
        left = new Left(left.faults() - 1, left.turns());
        Mischance mischance = possible.get(chosen);
        words.set(
                words.size() - 1,
                words.get(words.size() - 1) + " " + method.getName() + " of " + node.name + ": " + mischance.words());
        return mischance;
    }

    /** @param story of the activity that is asked, which is not among those that wait; 0 if none is */
    private int choose(int options, String what, long story) {
        World world = worlds.get(0);
        if (world.turns.now() < bounds.opens() || over()) {
            return 0;
        }
        int here = position++;
        int chosen = given.at(here);
        if (chosen > 0) {
            words.add("at " + world.turns.now() / 1_000 + " ms, point " + here + ", " + what + " " + chosen);
        } else if (options > 1 && here > given.last()) {
            points.add(new Point(here, options, left, StateHash.mix(StateOf.world(world), story)));
        }
        return chosen;
    }

    @Override
    public long name(@Nullable Object work) {
        return worlds.get(0).turns.now() < bounds.opens()
                ? 0
                : StateHash.ofWords().of(work);
    }
}
