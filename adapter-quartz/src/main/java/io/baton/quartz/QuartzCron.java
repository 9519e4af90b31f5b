package io.baton.quartz;

import io.baton.domain.schedule.CronField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Quartz's cron form, six or seven fields: second minute hour day-of-month month day-of-week [year].
 *
 * <p>Stricter than Quartz where Quartz reads a text other than it looks: it takes {@code MON-FRI/2} for {@code MON-FRI},
 * {@code MONDAY} for {@code MON}, {@code *}{@code /0} for {@code *}, and applies a {@code #2} to the whole list.
 */
final class QuartzCron {
    private static final Pattern LAST_DAY = Pattern.compile("L(?:-(?<offset>[0-9]{1,2}))?W?");
    private static final Pattern NEAREST_WEEKDAY = Pattern.compile("(?<day>[0-9]{1,2})W");
    private static final Pattern LAST_OF_WEEKDAY = Pattern.compile("(?<day>[A-Z]{3}|[0-9])L");
    private static final Pattern NTH_OF_WEEKDAY = Pattern.compile("(?<day>[A-Z0-9]+)#(?<nth>[0-9]+)");
    private static final int GREATEST_OFFSET = 30;

    private QuartzCron() {}

    /** @param fields six or seven, in capitals */
    static CronFields read(List<String> fields) {
        BitSet seconds = CronField.SECOND.values(fields.get(0));
        BitSet minutes = CronField.MINUTE.values(fields.get(1));
        BitSet hours = CronField.HOUR.values(fields.get(2));
        String month = CronField.MONTH.text(CronField.MONTH.values(fields.get(4)));
        String year = fields.size() == 7 ? CronField.YEAR.text(CronField.YEAR.values(fields.get(6))) : "*";
        return new CronFields(seconds, minutes, hours, days(fields.get(3), month, fields.get(5), year));
    }

    private static List<String> days(String dayOfMonth, String month, String dayOfWeek, String year) {
        boolean anyDay = dayOfMonth.equals("?");
        boolean anyWeekday = dayOfWeek.equals("?") || (dayOfMonth.equals("*") && dayOfWeek.equals("*"));
        if (anyDay == anyWeekday) {
            throw CronField.DAY_OF_WEEK.refuses(
                    dayOfWeek,
                    "and day-of-month '" + dayOfMonth + "' do not go together: one of the two is written ? "
                            + "(Unix cron, five fields, knows either-or)");
        }
        if (anyDay) {
            return List.of(CronFields.midnightOf("?", month, daysOfWeek(dayOfWeek), year));
        }
        return daysOfMonth(dayOfMonth).stream()
                .map(days -> CronFields.midnightOf(days, month, "?", year))
                .toList();
    }

    /**
     * The days of the month, each {@code W} item apart from the others: Quartz loses due times of a list that holds one
     * ({@code 15W,20W} skips the 20th when the 15th is a Saturday).
     */
    private static List<String> daysOfMonth(String text) {
        List<String> together = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            if (isSpecialDay(item)) {
                (item.endsWith("W") ? apart : together).add(item);
            } else {
                together.add(CronField.DAY_OF_MONTH.text(CronField.DAY_OF_MONTH.values(item)));
            }
        }
        if (!together.isEmpty()) {
            apart.add(String.join(",", together));
        }
        return apart;
    }

    private static boolean isSpecialDay(String item) {
        Matcher last = LAST_DAY.matcher(item);
        if (last.matches()) {
            String offset = last.group("offset");
            if (offset != null && Integer.parseInt(offset) > GREATEST_OFFSET) {
                throw CronField.DAY_OF_MONTH.refuses(item, "counts back more than " + GREATEST_OFFSET + " days");
            }
            return true;
        }
        Matcher nearest = NEAREST_WEEKDAY.matcher(item);
        if (nearest.matches()) {
            CronField.DAY_OF_MONTH.value(nearest.group("day"));
            return true;
        }
        return false;
    }

    private static String daysOfWeek(String text) {
        CronField field = CronField.DAY_OF_WEEK;
        if (text.equals("L")) {
            return "7";
        }
        Matcher last = LAST_OF_WEEKDAY.matcher(text);
        if (last.matches()) {
            return field.value(last.group("day")) + "L";
        }
        Matcher nth = NTH_OF_WEEKDAY.matcher(text);
        if (nth.matches()) {
            if (!nth.group("nth").matches("[1-5]")) {
                throw field.refuses(text, "asks for week " + nth.group("nth") + " of a month; legal are 1 to 5");
            }
            return field.value(nth.group("day")) + "#" + nth.group("nth");
        }
        if (text.contains("#") || text.contains("L")) {
            throw field.refuses(text, "mixes L or # with other days; each stands alone");
        }
        return field.text(field.values(text));
    }
}
