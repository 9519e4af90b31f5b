/** The workloads A to H, each of which puts what it found into {@link io.baton.benchmarks.result.Findings}. */
@NullMarked
package io.baton.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
