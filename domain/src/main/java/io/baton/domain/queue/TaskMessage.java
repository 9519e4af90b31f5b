package io.baton.domain.queue;

import io.baton.domain.job.JsonText;
import io.baton.domain.node.NodeId;
import io.baton.domain.task.TaskId;
import java.time.Instant;

/**
 * A task on its way to a node.
 *
 * @param stay whether only the addressed node may run it, so that nobody steals it
 * @param data for the reader's eye; what the task gets comes from the ledger
 */
public record TaskMessage(TaskId task, NodeId target, Position position, boolean stay, JsonText data) {

    /**
     * @param fence the ledger row's when it was sent; a start with an older one is refused
     * @param sentAt when it was sent, by the sender's view of the store's clock
     */
    public record Position(long fence, int attempt, Instant sentAt) {}
}
