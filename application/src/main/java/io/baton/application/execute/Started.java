package io.baton.application.execute;

import io.baton.domain.queue.Receipt;
import io.baton.domain.task.TaskRow;
import java.util.Optional;

/**
 * A task that the ledger says this node has started; it holds a slot.
 *
 * @param contextFence the fence for the task's own use
 * @param receipt of the message that brought it; empty if none did
 */
record Started(TaskRow row, long contextFence, Optional<Receipt> receipt) {}
