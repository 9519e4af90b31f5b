package io.baton.examples;

import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;

/**
 * A plain class: each run gets an instance of its own, so its fields belong to that run alone.
 *
 * <p>A job names it {@code io.baton.examples.ReportTask.build("sales", 12)}.
 */
public final class ReportTask {
    private final StringBuilder report = new StringBuilder();

    @TaskTarget("Builds a report page by page")
    public void build(String title, int pages, TaskContext context) throws InterruptedException {
        if (pages < 1) {
            throw new IllegalArgumentException("pages = " + pages + "; legal is: 1 or more");
        }
        for (int page = 1; page <= pages; page++) {
            if (context.cancelled()) {
                context.log("stopped before page " + page);
                return;
            }
            report.append(title).append(", page ").append(page).append('\n');
            // Stands for work that can be interrupted; a timeout or a cancellation ends it here.
            Thread.sleep(10);
            context.progress(100 * page / pages, "page " + page + " of " + pages);
        }
        context.log("report '" + title + "' has " + report.length() + " characters");
    }
}
