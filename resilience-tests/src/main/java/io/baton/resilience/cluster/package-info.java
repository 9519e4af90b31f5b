/**
 * Clusters of real node processes over real servers, on this machine, and what they did.
 */
@NullMarked
package io.baton.resilience.cluster;

import org.jspecify.annotations.NullMarked;
