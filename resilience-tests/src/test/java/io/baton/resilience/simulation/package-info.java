/** The simulation: many seeds, the same trace again, and every mutant caught. */
@NullMarked
package io.baton.resilience.simulation;

import org.jspecify.annotations.NullMarked;
