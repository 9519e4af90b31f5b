package io.baton.architecture.planted.application.circle;

import io.baton.architecture.planted.application.cycle.InCycle;

/** The other half of a circle. */
public final class OtherHalf {
    Class<?> other = InCycle.class;
}
