/**
 * <b>Placement</b>: the pure decision where a task runs, from what the heartbeats said and what was placed since.
 */
@NullMarked
package io.baton.domain.placement;

import org.jspecify.annotations.NullMarked;
