package io.baton.resilience.checker;

import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * When a job is due, by this package's own arithmetic.
 *
 * <p>In words: {@code manual}; {@code once <millis>}; {@code every <interval millis> <anchor millis>}; {@code cron <zone>
 * <expression>}; before each of them {@code from <millis>} and {@code until <millis>}, both included.
 */
sealed interface Schedule {
    /** The due times in [from, until), ascending. */
    List<Long> between(long from, long until);

    static Schedule parse(String words) {
        String[] part = words.strip().split(" +", 3);
        return switch (part[0]) {
            case "manual" -> new Manual();
            case "once" -> new Once(Long.parseLong(part[1]));
            case "every" -> new Every(Long.parseLong(part[1]), Long.parseLong(part[2].strip()));
            case "cron" -> new Cron(CronFields.parse(part[2]), Zones.rules(part[1]));
            case "from" -> new Within(Long.parseLong(part[1]), Long.MAX_VALUE, parse(part[2]));
            case "until" -> new Within(Long.MIN_VALUE, Long.parseLong(part[1]), parse(part[2]));
            default -> throw new IllegalArgumentException("'" + words + "' is no schedule");
        };
    }

    /** What is due in [first, last]. */
    record Within(long first, long last, Schedule of) implements Schedule {
        @Override
        public List<Long> between(long from, long until) {
            return of.between(Math.max(first, from), last == Long.MAX_VALUE ? until : Math.min(last + 1, until));
        }
    }

    record Manual() implements Schedule {
        @Override
        public List<Long> between(long from, long until) {
            return List.of();
        }
    }

    record Once(long at) implements Schedule {
        @Override
        public List<Long> between(long from, long until) {
            return at >= from && at < until ? List.of(at) : List.of();
        }
    }

    /** Due at anchor + n × interval, n ≥ 1. */
    record Every(long interval, long anchor) implements Schedule {
        public Every {
            if (interval < 1) {
                throw new IllegalArgumentException("interval " + interval + " is out of range: at least 1 ms");
            }
        }

        @Override
        public List<Long> between(long from, long until) {
            List<Long> due = new ArrayList<>();
            long n = Math.max(1, Math.floorDiv(from - 1 - anchor, interval) + 1);
            for (long at = anchor + n * interval; at < until; at += interval) {
                due.add(at);
            }
            return due;
        }
    }

    record Cron(CronFields fields, ZoneRules zone) implements Schedule {
        @Override
        public List<Long> between(long from, long until) {
            return from < until ? CronDays.between(fields, zone, from, until) : List.of();
        }
    }
}
