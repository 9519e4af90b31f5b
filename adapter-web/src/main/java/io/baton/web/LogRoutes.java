package io.baton.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.access.Caller;
import io.baton.application.log.ReadRunLog.Said;
import io.baton.application.office.RunOffice;
import io.baton.domain.port.RunLogs.Place;
import io.baton.domain.task.TaskId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** What runs said: as a page, or as a stream that goes on while they run. */
final class LogRoutes {
    private static final int MOST = 1000;

    private final RunOffice runs;
    private final Streams streams;

    LogRoutes(RunOffice runs, Streams streams) {
        this.runs = runs;
        this.streams = streams;
    }

    List<Route> routes() {
        return List.of(
                Route.look("/runs/{task}/log", "What a task said; as an event stream if Accept says so", this::log));
    }

    private void log(Context http) {
        Question question = new Question(http);
        TaskId task = question.task();
        Caller who = Callers.of(http);
        if (runs.find(who, task).isEmpty()) {
            throw Problem.notFound("there is no task " + task);
        }
        Optional<String> last = Optional.ofNullable(http.header("Last-Event-ID"));
        Place after = last.map(LogRoutes::place)
                .or(() -> question.value("after", LogRoutes::place))
                .orElse(Place.START);
        if (Streams.wanted(http)) {
            streams.open(http, client -> new LogFeed(runs, new LogFeed.Reader(client, who, task), after));
        } else {
            page(http, who, task, after);
        }
    }

    private void page(Context http, Caller who, TaskId task, Place after) {
        List<Said> said = runs.log(who, task, after, MOST);
        ObjectNode body = JsonTree.empty();
        said.forEach(line -> body.withArray("/lines").add(shape(line)));
        body.withArray("/lines");
        Place end = said.isEmpty() ? after : said.get(said.size() - 1).place();
        body.put("after", words(end));
        Answers.json(http, 200, body);
    }

    static ObjectNode shape(Said said) {
        return JsonTree.empty()
                .put("attempt", said.attempt())
                .put("number", said.line().number())
                .put("at", Answers.time(said.line().at()))
                .put("level", said.line().level().name())
                .put("text", said.line().text());
    }

    static String words(Place place) {
        return place.attempt() + "-" + place.line();
    }

    static Place place(String words) {
        int dash = words.indexOf('-');
        if (!words.matches("[0-9]{1,9}-[0-9]{1,18}")) {
            throw new IllegalArgumentException("'" + words + "' is not the place of a line, such as 1-42");
        }
        return new Place(Integer.parseInt(words.substring(0, dash)), Long.parseLong(words.substring(dash + 1)));
    }
}
