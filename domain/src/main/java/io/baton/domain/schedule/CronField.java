package io.baton.domain.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One field of a cron expression: its name, its legal values, and how lists, ranges and steps of them are read.
 *
 * <p>A list is items with commas between; an item is {@code *}, {@code a} or {@code a-b}, with {@code /step} behind it if
 * wanted ({@code a/step} runs from a to the last value, {@code /step} is short for {@code *}{@code /step}). A range that
 * ends before it begins runs over the end: the hours {@code 22-2} are 22, 23, 0, 1, 2. Only years do not. What is due and
 * what is said of it in words read a field by this one rule, so that they cannot differ.
 *
 * @param min the least value
 * @param last the greatest value
 * @param top the greatest number that may be written: greater than {@code last} where a value has two numbers
 * @param names what the values may be called, beginning with {@code min}
 */
public record CronField(String title, int min, int last, int top, List<String> names) {
    public CronField {
        names = List.copyOf(names);
    }

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    public static final CronField SECOND = new CronField("second", 0, 59, 59, List.of());
    public static final CronField MINUTE = new CronField("minute", 0, 59, 59, List.of());
    public static final CronField HOUR = new CronField("hour", 0, 23, 23, List.of());
    public static final CronField DAY_OF_MONTH = new CronField("day-of-month", 1, 31, 31, List.of());
    public static final CronField MONTH = new CronField("month", 1, 12, 12, MONTHS);
    /** Quartz's: Sunday = 1. */
    public static final CronField DAY_OF_WEEK = new CronField("day-of-week", 1, 7, 7, DAYS);
    /** Unix's: Sunday = 0 or 7. */
    public static final CronField UNIX_DAY_OF_WEEK = new CronField("day-of-week", 0, 6, 7, DAYS);

    public static final CronField YEAR = new CronField("year", 1970, 2199, 2199, List.of());

    private static final Pattern ITEM =
            Pattern.compile("(?:\\*|(?<a>[A-Z0-9]+)(?:-(?<b>[A-Z0-9]+))?)?(?:/(?<step>[A-Z0-9]+))?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    /**
     * Reads a list of values.
     *
     * @param text in capitals
     * @throws IllegalArgumentException that names the field, the item and why
     */
    public BitSet values(String text) {
        BitSet values = new BitSet();
        // The limit keeps empty items at the end, so that "MON," is refused.
        for (String item : text.split(",", -1)) {
            add(item, values);
        }
        return values;
    }

    /** Whether these are all values of the field. */
    public boolean isAll(BitSet values) {
        return values.cardinality() == size();
    }

    /** The values as Quartz reads them: {@code *} or numbers with commas between. */
    public String text(BitSet values) {
        return isAll(values) ? "*" : values.stream().mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    /**
     * Reads one value, a number or a name.
     *
     * @param text in capitals
     * @throws IllegalArgumentException that names the field, the text and what is legal
     */
    public int value(String text) {
        int name = names.indexOf(text);
        return name >= 0 ? min + name : number(text, min, top, "");
    }

    /** What is thrown for an item of this field: field, item and why. */
    public IllegalArgumentException refuses(String item, String why) {
        return new IllegalArgumentException(title + " '" + item + "' " + why);
    }

    private void add(String item, BitSet values) {
        Matcher parts = ITEM.matcher(item);
        if (item.isEmpty() || !parts.matches()) {
            throw refuses(item, "is not a value, a range or *, with /step or without; legal are " + legal());
        }
        String a = parts.group("a");
        String b = parts.group("b");
        String stepText = parts.group("step");
        int step = stepText == null ? 1 : number(stepText, 1, Math.min(top, size()), "step ");
        if (a == null) {
            addRange(min, last, step, values);
        } else if (b == null) {
            int from = value(a);
            addRange(from, stepText == null ? from : last, step, values);
        } else {
            addRange(value(a), value(b), step, values);
        }
    }

    /** Hours 22-2/2: 22, 24, 26, taken modulo 24 → 22, 0, 2. */
    private void addRange(int from, int to, int step, BitSet values) {
        int start = from > last ? from - size() : from;
        int end = from > last && to > last ? to - size() : to;
        if (end < start) {
            if (equals(YEAR)) {
                throw refuses(from + "-" + to, "ends before it begins");
            }
            end += size();
        }
        for (int i = start; i <= end; i += step) {
            values.set(min + (i - min) % size());
        }
    }

    private int number(String text, int least, int most, String what) {
        if (!NUMBER.matcher(text).matches()) {
            throw refuses(what + text, "is unknown; legal are " + (what.isEmpty() ? legal() : least + " to " + most));
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw refuses(what + text, "is out of range " + least + " to " + most);
        }
        return number;
    }

    private String legal() {
        String numbers = min + " to " + top;
        return names.isEmpty() ? numbers : numbers + ", " + names.get(0) + " to " + names.get(names.size() - 1);
    }

    private int size() {
        return last - min + 1;
    }
}
