package io.baton.resilience.simulation;

/**
 * How likely each single call of a store goes wrong, while the plan's faults last.
 *
 * @param slow takes long, up to more than the heartbeat timeout
 * @param fails without having done anything
 * @param silent does it and reports failure
 * @param twice does it twice (calls of Redis only; the driver of the database repeats nothing)
 * @param kills the caller's process ends during it
 * @param pauses the caller's process stands still during it
 */
record CallFaults(double slow, double fails, double silent, double twice, double kills, double pauses) {
    static final CallFaults NONE = new CallFaults(0, 0, 0, 0, 0, 0);

    CallFaults without(int which) {
        return new CallFaults(
                which == 0 ? 0 : slow,
                which == 1 ? 0 : fails,
                which == 2 ? 0 : silent,
                which == 3 ? 0 : twice,
                which == 4 ? 0 : kills,
                which == 5 ? 0 : pauses);
    }
}
