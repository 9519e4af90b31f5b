package io.baton.application.execute;

import io.baton.domain.task.TaskId;

/** Hears what runs say. */
public interface RunListener {
    /** A line of a run's log. */
    void line(TaskId task, int attempt, String line);

    /** How far a run is. @param percent 0..100 */
    void progress(TaskId task, int percent, String message);
}
