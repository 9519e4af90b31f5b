package io.baton.resilience.simulation;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who decides what happens next where chance does not: asked at each point at which more than one thing could. */
interface Choices {
    /** Chance decides everything. */
    Choices NONE = new Choices() {
        @Override
        public boolean asked() {
            return false;
        }

        @Override
        public int turn(int able) {
            return 0;
        }

        @Override
        public Mischance mishap(SimNode node, Method method, List<Mischance> possible) {
            return Mischance.NONE;
        }

        @Override
        public long name(@Nullable Object work) {
            return 0;
        }
    };

    boolean asked();

    /** @param able how many turns could be next, 2 or more @return which, 0 for the one that has waited longest */
    int turn(int able);

    /** @param possible the first is {@link Mischance#NONE} @return what goes wrong with the call that is about to be made */
    Mischance mishap(SimNode node, Method method, List<Mischance> possible);

    /** Tells one activity, argument or answer from others. */
    long name(@Nullable Object work);
}
