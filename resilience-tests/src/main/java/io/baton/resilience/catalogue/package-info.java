/**
 * The catalogue of faults: each row of the design's fault table played on real processes under traffic of every kind, and
 * judged by the checker.
 */
@NullMarked
package io.baton.resilience.catalogue;

import org.jspecify.annotations.NullMarked;
