package io.baton.web.console;

import io.baton.domain.schedule.CronField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cron expression asks for, field by field. It is read as the {@link io.baton.domain.port.CronParser} reads it, of
 * texts that the parser has accepted; what it does not know is an {@link IllegalArgumentException}.
 *
 * @param byMonth the days of the month, if they matter
 * @param byWeek the days of the week, if they matter; with {@code byMonth} given too, a day counts if either names it
 * @param years empty = all
 */
record CronShape(
        BitSet seconds,
        BitSet minutes,
        BitSet hours,
        Optional<MonthDays> byMonth,
        Optional<WeekDays> byWeek,
        BitSet months,
        Optional<BitSet> years) {
    private static final Map<String, String> MACROS = Map.of(
            "@YEARLY", "0 0 1 1 *",
            "@ANNUALLY", "0 0 1 1 *",
            "@MONTHLY", "0 0 1 * *",
            "@WEEKLY", "0 0 * * 0",
            "@DAILY", "0 0 * * *",
            "@MIDNIGHT", "0 0 * * *",
            "@HOURLY", "0 * * * *");
    private static final List<String> ANY_UNIX_DAY = List.of("*", "*/1", "/1");
    private static final Pattern LAST = Pattern.compile("L(?:-([0-9]{1,2}))?(W)?");
    private static final Pattern NEAREST = Pattern.compile("([0-9]{1,2})W");
    private static final Pattern LAST_OF_WEEK = Pattern.compile("([A-Z]{3}|[0-9])L");
    private static final Pattern NTH_OF_WEEK = Pattern.compile("([A-Z0-9]+)#([1-5])");

    /** Days of the month: by number, and by description. */
    record MonthDays(BitSet plain, List<Special> special) {
        boolean all() {
            return CronField.DAY_OF_MONTH.isAll(plain);
        }
    }

    /**
     * A day that each month has elsewhere.
     *
     * @param day of the month, or 0 for its last day
     * @param before how many days before that
     * @param working whether it is the weekday nearest to that, within the month
     */
    record Special(int day, int before, boolean working) {}

    /**
     * Days of the week.
     *
     * @param days 1..7, Monday = 1
     * @param nth which of them in the month: 0 each, 1..5, {@link #LAST_ONE}
     */
    record WeekDays(BitSet days, int nth) {
        static final int LAST_ONE = -1;
    }

    /** Whether every day of every year is asked for. */
    boolean always() {
        return byMonth.isEmpty() && byWeek.isEmpty() && years.isEmpty() && CronField.MONTH.isAll(months);
    }

    static CronShape read(String expression) {
        String text = expression.strip().toUpperCase(Locale.ROOT);
        List<String> fields = Arrays.asList(MACROS.getOrDefault(text, text).split("[ \t]+"));
        return switch (fields.size()) {
            case 5 -> unix(fields);
            case 6, 7 -> quartz(fields);
            default -> throw new IllegalArgumentException(fields.size() + " fields; legal are 5 to 7");
        };
    }

    private static CronShape unix(List<String> fields) {
        BitSet second = new BitSet();
        second.set(0);
        MonthDays month = new MonthDays(CronField.DAY_OF_MONTH.values(fields.get(2)), List.of());
        WeekDays week = new WeekDays(monday(CronField.UNIX_DAY_OF_WEEK.values(fields.get(4)), 0), 0);
        boolean monthGiven = !ANY_UNIX_DAY.contains(fields.get(2));
        boolean weekGiven = !ANY_UNIX_DAY.contains(fields.get(4));
        boolean all = (!monthGiven && !weekGiven)
                || (monthGiven && month.all())
                || (weekGiven && week.days().cardinality() == 7);
        return new CronShape(
                second,
                CronField.MINUTE.values(fields.get(0)),
                CronField.HOUR.values(fields.get(1)),
                Optional.of(month).filter(given -> monthGiven && !all),
                Optional.of(week).filter(given -> weekGiven && !all),
                CronField.MONTH.values(fields.get(3)),
                Optional.empty());
    }

    private static CronShape quartz(List<String> fields) {
        String day = fields.get(3);
        String weekday = fields.get(5);
        boolean byWeek = day.equals("?");
        return new CronShape(
                CronField.SECOND.values(fields.get(0)),
                CronField.MINUTE.values(fields.get(1)),
                CronField.HOUR.values(fields.get(2)),
                byWeek ? Optional.empty() : Optional.of(monthDays(day)).filter(days -> !days.all()),
                byWeek
                        ? Optional.of(weekDays(weekday))
                                .filter(week -> week.days().cardinality() < 7)
                        : Optional.empty(),
                CronField.MONTH.values(fields.get(4)),
                fields.size() < 7
                        ? Optional.empty()
                        : Optional.of(CronField.YEAR.values(fields.get(6)))
                                .filter(years -> !CronField.YEAR.isAll(years)));
    }

    private static MonthDays monthDays(String text) {
        BitSet plain = new BitSet();
        List<Special> special = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            Matcher last = LAST.matcher(item);
            Matcher nearest = NEAREST.matcher(item);
            if (last.matches()) {
                int before = last.group(1) == null ? 0 : Integer.parseInt(last.group(1));
                special.add(new Special(0, before, last.group(2) != null));
            } else if (nearest.matches()) {
                special.add(new Special(CronField.DAY_OF_MONTH.value(nearest.group(1)), 0, true));
            } else {
                plain.or(CronField.DAY_OF_MONTH.values(item));
            }
        }
        return new MonthDays(plain, special);
    }

    private static WeekDays weekDays(String text) {
        Matcher last = LAST_OF_WEEK.matcher(text);
        Matcher nth = NTH_OF_WEEK.matcher(text);
        if (last.matches()) {
            return new WeekDays(one(last.group(1)), WeekDays.LAST_ONE);
        }
        if (nth.matches()) {
            return new WeekDays(one(nth.group(1)), Integer.parseInt(nth.group(2)));
        }
        String days = text.equals("L") ? "7" : text;
        return new WeekDays(monday(CronField.DAY_OF_WEEK.values(days), 1), 0);
    }

    private static BitSet one(String day) {
        BitSet quartz = new BitSet();
        quartz.set(CronField.DAY_OF_WEEK.value(day));
        return monday(quartz, 1);
    }

    /** From a week that begins with Sunday to one that begins with Monday = 1. @param sunday the number of Sunday */
    private static BitSet monday(BitSet days, int sunday) {
        BitSet iso = new BitSet();
        days.stream().forEach(day -> iso.set(day == sunday ? 7 : day - sunday));
        return iso;
    }
}
