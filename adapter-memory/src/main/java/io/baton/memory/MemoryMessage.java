package io.baton.memory;

import io.baton.domain.queue.TaskMessage;

/** A message as a text, in the form of the documentation: values travel here, and only a dead letter shows one. */
final class MemoryMessage {
    private MemoryMessage() {}

    /** No escapes are needed: ids hold no character that JSON would escape. */
    static String text(TaskMessage message) {
        TaskMessage.Position position = message.position();
        return "{\"v\":1,\"taskId\":\"" + message.task().job()
                + "\",\"targetNode\":\"" + message.target().text()
                + "\",\"taskData\":" + message.data().text()
                + ",\"task\":\"" + message.task()
                + "\",\"fence\":" + position.fence()
                + ",\"attempt\":" + position.attempt()
                + ",\"sentAt\":" + position.sentAt().toEpochMilli()
                + (message.stay() ? ",\"stay\":true}" : "}");
    }
}
