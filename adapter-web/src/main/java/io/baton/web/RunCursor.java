package io.baton.web;

import io.baton.domain.port.TaskHistory.Cursor;
import io.baton.domain.task.TaskId;
import java.time.Instant;

/** Where a page of runs ended, as words. */
final class RunCursor {
    private RunCursor() {}

    static String words(Cursor last) {
        return last.scheduledAt().toEpochMilli() + " " + last.id();
    }

    /** @throws IllegalArgumentException if the words are of no page of runs */
    static Cursor read(String words) {
        int space = words.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("it is not one that a page of runs ended with");
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(words.substring(0, space)));
        return new Cursor(at, TaskId.parse(words.substring(space + 1)));
    }
}
