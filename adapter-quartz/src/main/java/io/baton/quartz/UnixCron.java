package io.baton.quartz;

import io.baton.domain.schedule.CronField;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads Unix's cron form, five fields: minute hour day-of-month month day-of-week, and its macros such as {@code @daily}.
 *
 * <p>When both day fields are given, a day counts if either names it. Given means: written other than as {@code *} (or
 * {@code *}{@code /1}).
 */
final class UnixCron {
    private static final Map<String, String> MACROS = Map.of(
            "@YEARLY", "0 0 1 1 *",
            "@ANNUALLY", "0 0 1 1 *",
            "@MONTHLY", "0 0 1 * *",
            "@WEEKLY", "0 0 * * 0",
            "@DAILY", "0 0 * * *",
            "@MIDNIGHT", "0 0 * * *",
            "@HOURLY", "0 * * * *");
    private static final Set<String> EVERY_DAY = Set.of("*", "*/1", "/1");

    private UnixCron() {}

    /** @param macro in capitals, with its {@code @} */
    static CronFields readMacro(String macro) {
        String meaning = MACROS.get(macro);
        if (meaning == null) {
            throw new IllegalArgumentException("the macro is unknown; legal are @yearly, @annually, @monthly, @weekly,"
                    + " @daily, @midnight and @hourly");
        }
        return read(List.of(meaning.split(" ")));
    }

    /** @param fields five, in capitals */
    static CronFields read(List<String> fields) {
        if (fields.get(2).equals("?") || fields.get(4).equals("?")) {
            throw new IllegalArgumentException(
                    "? belongs to Quartz's form, which has six or seven fields and begins with"
                            + " the second; five fields are Unix cron: write *");
        }
        BitSet second = new BitSet();
        second.set(0);
        BitSet minutes = CronField.MINUTE.values(fields.get(0));
        BitSet hours = CronField.HOUR.values(fields.get(1));
        String daysOfMonth = CronField.DAY_OF_MONTH.text(CronField.DAY_OF_MONTH.values(fields.get(2)));
        String months = CronField.MONTH.text(CronField.MONTH.values(fields.get(3)));
        String daysOfWeek = daysOfWeek(CronField.UNIX_DAY_OF_WEEK.values(fields.get(4)));

        String byMonth = CronFields.midnightOf(daysOfMonth, months, "?", "*");
        String byWeek = CronFields.midnightOf("?", months, daysOfWeek, "*");
        boolean monthDaysGiven = !EVERY_DAY.contains(fields.get(2));
        boolean weekDaysGiven = !EVERY_DAY.contains(fields.get(4));
        List<String> days =
                !weekDaysGiven ? List.of(byMonth) : monthDaysGiven ? List.of(byMonth, byWeek) : List.of(byWeek);
        return new CronFields(second, minutes, hours, days);
    }

    /** Unix counts the days of the week from 0, Quartz from 1. */
    private static String daysOfWeek(BitSet unix) {
        BitSet quartz = new BitSet();
        unix.stream().forEach(day -> quartz.set(day + 1));
        return CronField.DAY_OF_WEEK.text(quartz);
    }
}
