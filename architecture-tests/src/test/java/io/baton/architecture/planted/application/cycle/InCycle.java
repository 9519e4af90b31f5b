package io.baton.architecture.planted.application.cycle;

import io.baton.architecture.planted.application.circle.OtherHalf;

/** One half of a circle. */
public final class InCycle {
    OtherHalf other = new OtherHalf();
}
