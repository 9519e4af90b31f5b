/**
 * What the author of a task compiles against.
 *
 * <p>A <b>task target</b> is a method that a job may name. A <b>run</b> is one start of a task on a node; the run's
 * {@link io.baton.task.TaskContext} tells the method who it is, how long it may take and whether it is still wanted.
 */
@NullMarked
package io.baton.task;

import org.jspecify.annotations.NullMarked;
