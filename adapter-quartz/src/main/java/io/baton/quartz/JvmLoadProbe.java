package io.baton.quartz;

import com.sun.management.OperatingSystemMXBean;
import io.baton.domain.port.LoadProbe;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The {@link LoadProbe} over the JVM's own measurement, taken at most once a second: what the process used of all
 * processors since the measurement before.
 */
public final class JvmLoadProbe implements LoadProbe {
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final DoubleSupplier measure;
    private final LongSupplier nanos;
    /** When the next measurement is due; whoever moves it on takes that measurement. */
    private final AtomicLong nextAt;

    private volatile double share;

    public JvmLoadProbe() {
        this(processLoad(), System::nanoTime);
    }

    /** @param measure a share in 0..1; negative or NaN if it cannot be had */
    JvmLoadProbe(DoubleSupplier measure, LongSupplier nanos) {
        this.measure = measure;
        this.nanos = nanos;
        this.nextAt = new AtomicLong(nanos.getAsLong());
    }

    @Override
    public double cpuShare() {
        long now = nanos.getAsLong();
        long due = nextAt.get();
        if (now - due >= 0 && nextAt.compareAndSet(due, now + KEPT_NANOS)) {
            double measured = measure.getAsDouble();
            share = measured > 0 ? Math.min(measured, 1.0) : 0.0;
        }
        return share;
    }

    private static DoubleSupplier processLoad() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system::getProcessCpuLoad
                : () -> 0.0;
    }
}
