package io.baton.domain.port;

/**
 * Measures this process.
 *
 * <ol>
 *   <li>P1 The share is in 0..1; a measurement that cannot be had is 0.
 *   <li>P2 Asking is cheap and blocks nobody.
 * </ol>
 */
public interface LoadProbe {
    /** The process's share of all processors over the last seconds, 0..1. */
    double cpuShare();
}
