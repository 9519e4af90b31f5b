/**
 * <b>Due times</b>: the instants at which a schedule asks for a firing.
 */
@NullMarked
package io.baton.domain.schedule;

import org.jspecify.annotations.NullMarked;
