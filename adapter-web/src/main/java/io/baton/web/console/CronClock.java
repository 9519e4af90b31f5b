package io.baton.web.console;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The times of day of a cron expression in words. */
final class CronClock {
    private static final int SIXTY = 60;
    private static final int DAY = 24;
    /** Up to 6 times of day are said one by one. */
    private static final int FEW = 6;
    /** Three hours in a row are said by their ends. */
    private static final int ROW = 3;

    private final Tongue tongue;
    private final CronShape shape;

    CronClock(Tongue tongue, CronShape shape) {
        this.tongue = tongue;
        this.shape = shape;
    }

    private boolean allHours() {
        return shape.hours().cardinality() == DAY;
    }

    /** Whether the words are of hours all through the day, so that it goes without saying that it is every day. */
    boolean wholeDay() {
        boolean steps = single(shape.seconds()) && single(shape.minutes()) && CronNumbers.step(shape.hours(), DAY) > 0;
        return allHours() || (steps && !namesTimes());
    }

    /** Whether the words are times of day, one or several. */
    boolean namesTimes() {
        return single(shape.seconds())
                && !allHours()
                && (shape.minutes().cardinality() * shape.hours().cardinality() <= FEW
                        || (single(shape.minutes()) && CronNumbers.step(shape.hours(), DAY) == 0 && scattered()));
    }

    private boolean scattered() {
        return runs().stream().allMatch(run -> run.size() < ROW);
    }

    /**
     * The hours, neighbours together. Over midnight they go on only where each day is like the other: on Mondays from 22 to 2
     * would be read as into Tuesday, and cron means Monday's first hours and its last.
     */
    private List<List<Integer>> runs() {
        return CronNumbers.runs(
                shape.always() ? CronNumbers.inOrder(shape.hours(), 0, DAY) : CronNumbers.ascending(shape.hours()));
    }

    String words() {
        if (namesTimes()) {
            return tongue.say("cron.at", CronNumbers.list(tongue, times()));
        }
        if (single(shape.seconds()) && single(shape.minutes())) {
            return allHours() ? hourly() : hours();
        }
        String often = single(shape.seconds()) ? minutes() : seconds();
        return allHours() ? often : tongue.say("cron.within", often, duringHours());
    }

    private List<String> times() {
        List<String> times = new ArrayList<>();
        shape.hours().stream()
                .forEach(hour -> shape.minutes().stream().forEach(minute -> times.add(time(hour, minute))));
        return times;
    }

    private String time(int hour, int minute) {
        String time = String.format(Locale.ROOT, "%02d:%02d", hour % DAY, minute);
        int second = first(shape.seconds());
        return second == 0 ? time : time + String.format(Locale.ROOT, ":%02d", second);
    }

    private String hourly() {
        int minute = first(shape.minutes());
        int second = first(shape.seconds());
        if (second != 0) {
            return tongue.say("cron.hourly-second", minute, second);
        }
        return minute == 0 ? tongue.say("cron.hourly") : tongue.say("cron.hourly-at", minute);
    }

    private String hours() {
        int minute = first(shape.minutes());
        int step = CronNumbers.step(shape.hours(), DAY);
        if (step > 0) {
            List<Integer> hours = CronNumbers.ascending(shape.hours());
            return tongue.say("cron.hours-step", step, CronNumbers.words(tongue, hours, hour -> time(hour, minute)));
        }
        List<List<Integer>> runs = runs();
        if (runs.size() > 1) {
            return tongue.say("cron.within", hourly(), duringHours());
        }
        List<Integer> row = runs.get(0);
        return tongue.say("cron.hours-range", time(row.get(0), minute), time(row.get(row.size() - 1), minute));
    }

    private String minutes() {
        String often = everyMinutes();
        int second = first(shape.seconds());
        return second == 0 ? often : tongue.say("cron.second-at", often, second);
    }

    private String everyMinutes() {
        BitSet minutes = shape.minutes();
        if (minutes.cardinality() == SIXTY) {
            return tongue.say("cron.minute");
        }
        int step = CronNumbers.step(minutes, SIXTY);
        if (step > 0 && minutes.get(0)) {
            return tongue.say("cron.minute-step", step);
        }
        return tongue.say("cron.minutes", numbers(minutes));
    }

    private String seconds() {
        BitSet seconds = shape.seconds();
        int step = CronNumbers.step(seconds, SIXTY);
        String often = tongue.say("cron.seconds", numbers(seconds));
        if (seconds.cardinality() == SIXTY) {
            often = tongue.say("cron.second");
        } else if (step > 0 && seconds.get(0)) {
            often = tongue.say("cron.second-step", step);
        }
        if (shape.minutes().cardinality() == SIXTY) {
            return often;
        }
        String during = single(shape.minutes())
                ? tongue.say("cron.in-minute", first(shape.minutes()))
                : tongue.say("cron.in-minutes", numbers(shape.minutes()));
        return tongue.say("cron.within", often, during);
    }

    private String duringHours() {
        List<List<Integer>> runs = runs();
        if (runs.size() == 1) {
            return tongue.say("cron.between", begin(runs.get(0)), end(runs.get(0)));
        }
        if (runs.stream().allMatch(run -> run.size() == 1)) {
            return tongue.say(
                    "cron.in-hours", CronNumbers.words(tongue, CronNumbers.ascending(shape.hours()), String::valueOf));
        }
        List<String> spans = runs.stream()
                .map(run -> tongue.say("cron.span", begin(run), end(run)))
                .toList();
        return tongue.say("cron.during", CronNumbers.list(tongue, spans));
    }

    private static String begin(List<Integer> run) {
        return String.format(Locale.ROOT, "%02d:00", run.get(0) % DAY);
    }

    private String end(List<Integer> run) {
        boolean onTheMinute = single(shape.seconds()) && first(shape.seconds()) == 0;
        return String.format(Locale.ROOT, onTheMinute ? "%02d:59" : "%02d:59:59", run.get(run.size() - 1) % DAY);
    }

    private String numbers(BitSet values) {
        return CronNumbers.words(tongue, CronNumbers.ascending(values), String::valueOf);
    }

    private static boolean single(BitSet values) {
        return values.cardinality() == 1;
    }

    private static int first(BitSet values) {
        return values.nextSetBit(0);
    }
}
