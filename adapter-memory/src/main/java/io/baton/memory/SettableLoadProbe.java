package io.baton.memory;

import io.baton.domain.port.LoadProbe;

/** A load probe that answers what it was told last; 0 at first. */
public final class SettableLoadProbe implements LoadProbe {
    private volatile double share;

    /** @param share clipped to 0..1; what is no number counts as 0 */
    public void set(double share) {
        this.share = Double.isNaN(share) ? 0.0 : Math.min(1.0, Math.max(0.0, share));
    }

    @Override
    public double cpuShare() {
        return share;
    }
}
