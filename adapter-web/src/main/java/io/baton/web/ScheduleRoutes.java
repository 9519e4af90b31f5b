package io.baton.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.application.core.Desk;
import io.baton.domain.job.CronTimes;
import io.baton.web.console.CronWords;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When a schedule is due, before it is anybody's. */
final class ScheduleRoutes {
    private static final int TEN = 10;
    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    private final Desk.Look look;

    ScheduleRoutes(Desk.Look look) {
        this.look = look;
    }

    List<Route> routes() {
        return List.of(Route.look("/schedule/preview", "The next due times of a cron expression", this::preview));
    }

    private void preview(Context http) {
        Question question = new Question(http);
        String cron = question.text("cron").orElseThrow(() -> Problem.field("cron", "is required"));
        ZoneId zone = question.value("zone", ScheduleRoutes::zone).orElseGet(ZoneId::systemDefault);
        int count = question.number("count", TEN);
        CronTimes times = Problem.at("cron", () -> look.crons().parse(cron, zone));
        String accepted = Optional.ofNullable(http.header("Accept-Language")).orElse("");
        String words = CronWords.of(
                cron, question.value("lang", ScheduleRoutes::language).orElse(""), accepted);
        ObjectNode body =
                JsonTree.empty().put("cron", cron).put("zone", zone.getId()).put("words", words);
        list(times, count, body.putArray("times"));
        Answers.json(http, 200, body);
    }

    private void list(CronTimes times, int count, ArrayNode into) {
        Optional<Instant> next = times.next(look.readings().storeTime());
        while (next.isPresent() && into.size() < count) {
            into.add(Answers.time(next.get()));
            next = times.next(next.get());
        }
    }

    private static String language(String name) {
        if (!LANGUAGES.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is not a language of the console; legal are en and zh");
        }
        return name;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + name + "' is not a time zone such as Asia/Shanghai or UTC", e);
        }
    }
}
