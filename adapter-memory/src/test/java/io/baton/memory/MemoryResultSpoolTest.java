package io.baton.memory;

import io.baton.contracts.what.ResultSpoolContract;
import io.baton.domain.port.ResultSpool;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

final class MemoryResultSpoolTest extends ResultSpoolContract {
    @Override
    protected Machine machine() {
        MemorySpools spools = new MemorySpools();
        Map<ResultSpool, AtomicBoolean> living = new ConcurrentHashMap<>();
        return new Machine() {
            @Override
            public ResultSpool process() {
                AtomicBoolean alive = new AtomicBoolean(true);
                ResultSpool spool = spools.open(alive::get);
                living.put(spool, alive);
                return spool;
            }

            @Override
            public void kill(ResultSpool process) {
                living.getOrDefault(process, new AtomicBoolean()).set(false);
            }

            @Override
            public void close() {}
        };
    }
}
