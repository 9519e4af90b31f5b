package io.baton.quartz;

import io.baton.domain.schedule.CronField;
import java.util.BitSet;
import java.util.List;

/**
 * What a cron expression asks for: the seconds, minutes and hours of a day, and the days.
 *
 * @param days day expressions in Quartz's form, midnight each; a day counts if any of them names it
 */
record CronFields(BitSet seconds, BitSet minutes, BitSet hours, List<String> days) {
    CronFields {
        days = List.copyOf(days);
    }

    /** Whether the expression recurs within the hour's cycle only: it names no hours. */
    boolean allHours() {
        return CronField.HOUR.isAll(hours);
    }

    /** A day expression: midnight of the days that the four fields name, each in Quartz's form. */
    static String midnightOf(String dayOfMonth, String month, String dayOfWeek, String year) {
        return "0 0 0 " + dayOfMonth + " " + month + " " + dayOfWeek + " " + year;
    }
}
