package io.baton.domain.node;

/** The load of a node: max((busy + queued) / slots, process CPU share), clipped to 0..1. */
public final class Load {
    private Load() {}

    /**
     * @param work tasks that run or wait on the node
     * @param slots tasks that it can run at once, ≥ 1
     * @param cpu its process's share of all processors; a value that is no number counts as 0
     */
    public static double of(int work, int slots, double cpu) {
        double share = Double.isNaN(cpu) ? 0.0 : cpu;
        return Math.min(1.0, Math.max(0.0, Math.max((double) work / slots, share)));
    }
}
