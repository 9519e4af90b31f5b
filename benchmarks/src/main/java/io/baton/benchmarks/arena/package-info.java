/** The servers of a measurement, and what they count. */
@NullMarked
package io.baton.benchmarks.arena;

import org.jspecify.annotations.NullMarked;
