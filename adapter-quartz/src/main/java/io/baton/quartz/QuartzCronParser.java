package io.baton.quartz;

import io.baton.domain.job.CronTimes;
import io.baton.domain.port.CronParser;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;

/**
 * The {@link CronParser} over Quartz's calendar: Quartz says which days an expression names, in a calendar without clock
 * changes, and java.time's rules say which instants their local times are.
 *
 * <p>So clock changes follow the port's law and not the habits of {@code java.util.Calendar}. What is costly (10–17 KB an
 * expression) is shared by all jobs of the same text, whatever their zones.
 */
public final class QuartzCronParser implements CronParser {
    /** Expressions kept parsed: about 15 MB at most. */
    private static final int KEPT = 1_000;
    /** As long as a schedule's expression may be. */
    private static final int LONGEST = 250;

    private static final int SHOWN = 100;

    private final BoundedCache<String, LocalCalendar> calendars = new BoundedCache<>(KEPT);
    /** Of day expressions, which are the costly part, and of which many expressions share one. */
    private final BoundedCache<String, QuartzDays> days = new BoundedCache<>(KEPT);

    @Override
    public CronTimes parse(String expression, ZoneId zone) {
        LocalCalendar calendar = calendars.get(expression, this::read);
        ZoneRules rules = zone.getRules();
        return calendar.allHours() ? new RealTimeTimes(calendar, rules) : new WallClockTimes(calendar, rules);
    }

    int kept() {
        return calendars.size();
    }

    private LocalCalendar read(String expression) {
        try {
            return new LocalCalendar(fields(expression), day -> days.get(day, QuartzDays::new));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cron '" + shown(expression) + "': " + inOneLine(String.valueOf(e.getMessage())), e);
        }
    }

    private static CronFields fields(String expression) {
        if (expression.isBlank() || expression.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "it is " + expression.length() + " characters long; legal are 1 to " + LONGEST + ", not all blank");
        }
        String text = expression.strip().toUpperCase(Locale.ROOT);
        if (text.startsWith("@")) {
            return UnixCron.readMacro(text);
        }
        List<String> fields = List.of(text.split("[ \t]+"));
        return switch (fields.size()) {
            case 5 -> UnixCron.read(fields);
            case 6, 7 -> QuartzCron.read(fields);
            default ->
                throw new IllegalArgumentException("it has " + fields.size()
                        + " fields; legal are 5 (Unix: minute hour day-of-month month day-of-week) and 6 or 7"
                        + " (Quartz: second minute hour day-of-month month day-of-week [year])");
        };
    }

    /** The text in one line that is not too long. */
    private static String shown(String expression) {
        String line = inOneLine(expression);
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static String inOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]", " ");
    }
}
