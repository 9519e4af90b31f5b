package io.baton.memory;

import io.baton.domain.port.ResultSpool;
import io.baton.domain.port.TaskLedger.Finish;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the processes of one machine keep: the machine's disk, in memory. */
public final class MemorySpools {
    private final List<Opened> processes = new ArrayList<>();

    private record Opened(MemoryResultSpool spool, BooleanSupplier alive) {}

    /** The spool of a new process. @param alive whether the process lives, asked each time that another one looks */
    public ResultSpool open(BooleanSupplier alive) {
        MemoryResultSpool spool = new MemoryResultSpool(this);
        synchronized (this) {
            processes.add(new Opened(spool, alive));
        }
        return spool;
    }

    /** Takes away what dead ones hold. The caller has the monitor. */
    List<Finish> takeFromDead() {
        List<Finish> taken = new ArrayList<>();
        for (Iterator<Opened> all = processes.iterator(); all.hasNext(); ) {
            Opened one = all.next();
            if (!one.alive().getAsBoolean()) {
                taken.addAll(one.spool().held());
                all.remove();
            }
        }
        return taken;
    }
}
