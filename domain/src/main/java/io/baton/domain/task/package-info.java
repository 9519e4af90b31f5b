/**
 * <b>Firing</b>: one due time of a job, or one request to run it now. <b>Task</b>: the unit that travels: a firing, or
 * one shard of it. <b>Run</b>: one start of a task on a node. <b>Outcome</b>: how it ended. <b>Fence</b>: a number that
 * only grows; an effect that carries an older one is refused.
 */
@NullMarked
package io.baton.domain.task;

import org.jspecify.annotations.NullMarked;
