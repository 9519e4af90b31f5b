package io.baton.resilience.checker;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A cron expression as sets of allowed values: Quartz's six fields (Sunday = 1) or Unix's five (Sunday = 0 or 7, either day
 * field suffices). Understands star, ?, numbers, names, lists, ranges and steps; refuses L, W, # and years.
 */
record CronFields(Times times, Days days) {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEK = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    record Times(BitSet seconds, BitSet minutes, BitSet hours) {
        /** Whether it recurs in every hour and so follows real time over clock changes. */
        boolean hourly() {
            return hours.cardinality() == 24;
        }
    }

    /** @param weekdays 0 = Sunday @param either whether one of the day fields suffices */
    record Days(BitSet daysOfMonth, BitSet months, BitSet weekdays, boolean either) {
        boolean hold(LocalDate day) {
            boolean byDate = daysOfMonth.get(day.getDayOfMonth());
            boolean byWeekday = weekdays.get(day.getDayOfWeek().getValue() % 7);
            return months.get(day.getMonthValue()) && (either ? byDate || byWeekday : byDate && byWeekday);
        }
    }

    static CronFields parse(String expression) {
        String[] field = expression.strip().toUpperCase(Locale.ROOT).split(" +");
        if (field.length != 5 && field.length != 6) {
            throw new IllegalArgumentException("'" + expression + "' has " + field.length + " fields, not 5 or 6");
        }
        boolean unix = field.length == 5;
        int shift = unix ? 0 : 1;
        BitSet seconds = unix ? only(0) : set(field[0], 0, 59, List.of(), 0);
        Times times =
                new Times(seconds, set(field[shift], 0, 59, List.of(), 0), set(field[shift + 1], 0, 23, List.of(), 0));
        BitSet dates = set(field[shift + 2], 1, 31, List.of(), 0);
        BitSet months = set(field[shift + 3], 1, 12, MONTHS, 1);
        BitSet week = unix ? unixWeek(field[4]) : shifted(set(field[5], 1, 7, WEEK, 1));
        boolean either = unix && dates.cardinality() < 31 && week.cardinality() < 7;
        return new CronFields(times, new Days(dates, months, week, either));
    }

    private static BitSet unixWeek(String field) {
        BitSet week = set(field, 0, 7, WEEK, 0);
        if (week.get(7)) {
            week.set(0);
            week.clear(7);
        }
        return week;
    }

    /** From Quartz's 1..7 to 0..6. */
    private static BitSet shifted(BitSet week) {
        return week.get(1, 8);
    }

    private static BitSet only(int value) {
        BitSet set = new BitSet();
        set.set(value);
        return set;
    }

    private static BitSet set(String field, int least, int most, List<String> names, int nameBase) {
        BitSet set = new BitSet();
        for (String item : field.split(",", -1)) {
            String[] half = item.split("/", -1);
            int step = half.length > 1 ? Integer.parseInt(half[1]) : 1;
            int[] range = range(half[0], half.length > 1, new int[] {least, most}, names, nameBase);
            for (int value = range[0]; value <= range[1]; value += step) {
                set.set(value);
            }
        }
        return set;
    }

    private static int[] range(String text, boolean stepped, int[] whole, List<String> names, int nameBase) {
        if (text.equals("*") || text.equals("?")) {
            return whole;
        }
        String[] ends = text.split("-", -1);
        int first = value(ends[0], whole, names, nameBase);
        if (ends.length > 1) {
            return new int[] {first, value(ends[1], whole, names, nameBase)};
        }
        return new int[] {first, stepped ? whole[1] : first};
    }

    private static int value(String text, int[] whole, List<String> names, int nameBase) {
        int value = names.contains(text) ? names.indexOf(text) + nameBase : Integer.parseInt(text);
        if (value < whole[0] || value > whole[1]) {
            throw new IllegalArgumentException(text + " is out of range: " + whole[0] + " to " + whole[1]);
        }
        return value;
    }
}
