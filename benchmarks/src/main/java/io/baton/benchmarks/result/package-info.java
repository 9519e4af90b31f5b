/** What was measured: rounds, their medians, the aims beside them, and how all of it is told. */
@NullMarked
package io.baton.benchmarks.result;

import org.jspecify.annotations.NullMarked;
