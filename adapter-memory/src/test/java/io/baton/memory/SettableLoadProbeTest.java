package io.baton.memory;

import io.baton.contracts.when.LoadProbeContract;
import io.baton.domain.port.LoadProbe;

final class SettableLoadProbeTest extends LoadProbeContract {
    @Override
    protected LoadProbe probe() {
        SettableLoadProbe probe = new SettableLoadProbe();
        probe.set(0.5);
        return probe;
    }
}
