/**
 * What makes sure that nothing vanishes: recovery of dead nodes' tasks, lost messages, missed due times.
 */
@NullMarked
package io.baton.application.sweep;

import org.jspecify.annotations.NullMarked;
