package io.baton.web.console;

import io.baton.domain.schedule.CronField;
import io.baton.web.console.CronShape.MonthDays;
import io.baton.web.console.CronShape.Special;
import io.baton.web.console.CronShape.WeekDays;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The days of a cron expression in words. */
final class CronDays {
    private static final int WEEK = 7;
    private static final int YEAR = 12;

    private final Tongue tongue;
    private final CronShape shape;

    CronDays(Tongue tongue, CronShape shape) {
        this.tongue = tongue;
        this.shape = shape;
    }

    boolean everyDay() {
        return shape.byMonth().isEmpty() && shape.byWeek().isEmpty();
    }

    private boolean everyMonth() {
        return CronField.MONTH.isAll(shape.months());
    }

    /** @param always whether that it is every day is to be said too; if not, the words may be empty */
    Optional<String> words(boolean always) {
        Optional<String> day =
                everyDay() ? Optional.of(tongue.say("cron.every-day")).filter(words -> always) : Optional.of(day());
        Optional<String> inMonths = everyMonth() ? day : Optional.of(joined("cron.date", day, months()));
        return shape.years()
                .map(years -> joined("cron.year-date", inMonths, years(years)))
                .or(() -> inMonths);
    }

    private String joined(String key, Optional<String> fine, String coarse) {
        return fine.map(words -> tongue.say(key, words, coarse)).orElse(coarse);
    }

    private String day() {
        Optional<String> month = shape.byMonth().map(this::ofMonth);
        Optional<String> week = shape.byWeek().map(this::ofWeek);
        return month.isPresent() && week.isPresent()
                ? tongue.say("cron.or", month.get(), week.get())
                : month.or(() -> week).orElse("");
    }

    private String monthly(String noun) {
        return tongue.say(everyMonth() ? "cron.of-month" : "cron.of-such-month", noun);
    }

    private String ofMonth(MonthDays days) {
        List<String> nouns = new ArrayList<>();
        if (!days.plain().isEmpty()) {
            String key = days.plain().cardinality() == 1 ? "cron.day" : "cron.days";
            List<Integer> numbers = CronNumbers.ascending(days.plain());
            nouns.add(tongue.say(key, CronNumbers.words(tongue, numbers, String::valueOf)));
        }
        days.special().forEach(special -> nouns.add(noun(special)));
        return monthly(CronNumbers.list(tongue, nouns));
    }

    private String noun(Special special) {
        if (special.working() && special.day() == 0 && special.before() == 0) {
            return tongue.say("cron.last-working");
        }
        String day = special.day() > 0 ? tongue.say("cron.day", special.day()) : last(special.before());
        return special.working() ? tongue.say("cron.nearest", day) : day;
    }

    private String last(int before) {
        return switch (before) {
            case 0 -> tongue.say("cron.last-day");
            case 1 -> tongue.say("cron.last-but-one");
            default -> tongue.say("cron.before-last", before);
        };
    }

    private String ofWeek(WeekDays week) {
        List<Integer> days = CronNumbers.inOrder(week.days(), 1, WEEK);
        if (week.nth() == WeekDays.LAST_ONE) {
            return monthly(tongue.say("cron.last-weekday", weekday(days.get(0))));
        }
        if (week.nth() > 0) {
            return monthly(
                    tongue.say("cron.nth-weekday", tongue.word("cron.nths", week.nth() - 1), weekday(days.get(0))));
        }
        boolean range = days.size() > 2 && CronNumbers.runs(days).size() == 1;
        return range
                ? tongue.say("cron.weekdays-range", weekday(days.get(0)), weekday(days.get(days.size() - 1)))
                : tongue.say("cron.weekdays-each", all(days));
    }

    private String all(List<Integer> days) {
        return CronNumbers.list(tongue, days.stream().map(this::weekday).toList());
    }

    private String weekday(int day) {
        return tongue.word("cron.weekdays", (day - 1) % WEEK);
    }

    private String months() {
        List<Integer> months = shape.years().isPresent()
                ? CronNumbers.ascending(shape.months())
                : CronNumbers.inOrder(shape.months(), 1, YEAR);
        List<String> names = months.stream().map(this::month).toList();
        boolean range = months.size() > 2 && CronNumbers.runs(months).size() == 1;
        String words = range
                ? tongue.say("cron.range", names.get(0), names.get(names.size() - 1))
                : CronNumbers.list(tongue, names);
        boolean oneYear =
                shape.years().filter(years -> years.cardinality() == 1).isPresent();
        return tongue.say(oneYear ? "cron.in-months" : "cron.in-months-yearly", words);
    }

    private String month(int month) {
        return tongue.word("cron.months", (month - 1) % YEAR);
    }

    private String years(BitSet years) {
        String words = CronNumbers.words(tongue, CronNumbers.ascending(years), String::valueOf);
        return tongue.say(years.cardinality() == 1 ? "cron.in-year" : "cron.in-years", words);
    }
}
