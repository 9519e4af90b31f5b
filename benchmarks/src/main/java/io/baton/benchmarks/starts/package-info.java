/** What the measured tasks do: they note that they started. */
@NullMarked
package io.baton.benchmarks.starts;

import org.jspecify.annotations.NullMarked;
