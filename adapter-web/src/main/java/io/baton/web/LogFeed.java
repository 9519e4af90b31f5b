package io.baton.web;

import io.baton.application.access.Caller;
import io.baton.application.log.ReadRunLog.Said;
import io.baton.application.office.RunOffice;
import io.baton.domain.port.RunLogs.Place;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import io.baton.domain.task.TaskState;
import io.javalin.http.sse.SseClient;
import java.util.List;

/** Sends what a task says, as it says it, and ends a little after the task: its last lines come a moment after its end. */
final class LogFeed implements Streams.Feed {
    private static final int MOST = 1000;
    /** 4 looks, 2 s, without a line after the end. */
    private static final int PATIENCE = 4;

    private final RunOffice runs;
    private final Reader reader;
    // used by the thread of the streams alone
    private Place at;
    private int quiet;

    /** Who reads what. */
    record Reader(SseClient client, Caller who, TaskId task) {}

    LogFeed(RunOffice runs, Reader reader, Place from) {
        this.runs = runs;
        this.reader = reader;
        this.at = from;
    }

    @Override
    public boolean getAsBoolean() {
        List<Said> said = runs.log(reader.who(), reader.task(), at, MOST);
        for (Said line : said) {
            reader.client().sendEvent("line", LogRoutes.shape(line).toString(), LogRoutes.words(line.place()));
            at = line.place();
        }
        quiet = said.isEmpty() && ended() ? quiet + 1 : 0;
        if (quiet >= PATIENCE) {
            reader.client().sendEvent("end", "{}");
            return false;
        }
        return true;
    }

    private boolean ended() {
        return runs.find(reader.who(), reader.task())
                .map(TaskRow::state)
                .filter(state -> state != TaskState.DONE)
                .isEmpty();
    }
}
