/**
 * The real core on virtual time with seeded chance: stores that fail, nodes that crash and pause.
 */
@NullMarked
package io.baton.resilience.simulation;

import org.jspecify.annotations.NullMarked;
