package io.baton.resilience.catalogue;

import io.baton.resilience.faulty.Night;
import io.baton.resilience.faulty.NightZones;
import java.time.Duration;
import java.time.Instant;

/** When jobs of a kind are due, in the words of job files and in the checker's. */
sealed interface When {
    /** The schedule of a job file. */
    String written(Instant from, Instant until);

    /** The same for the checker, within the window that its definitions have. */
    String checked(Instant from);

    /** Whether it goes on until its window ends. */
    default boolean lasts() {
        return true;
    }

    private static String window(Instant from, Instant until) {
        return ", from: \"" + from + "\", until: \"" + until + "\"}";
    }

    record Cron(String expression) implements When {
        @Override
        public String written(Instant from, Instant until) {
            return "{cron: \"" + expression + "\", zone: UTC" + window(from, until);
        }

        @Override
        public String checked(Instant from) {
            return "cron UTC " + expression;
        }
    }

    /** In the zone of a night on which clocks change in the middle of the traffic. */
    record InNight(Night night, String expression) implements When {
        /** 15 s: jobs that are as new as 10 s are fired by every node. */
        private static final Duration AFTER = Duration.ofSeconds(15);

        /** When clocks change: 15 to 25 s from the window's beginning. */
        static Instant change(Instant from) {
            return NightZones.next(from.plus(AFTER));
        }

        @Override
        public String written(Instant from, Instant until) {
            return "{cron: \"" + expression + "\", zone: \"" + night.zone(change(from)) + "\"" + window(from, until);
        }

        @Override
        public String checked(Instant from) {
            return "cron " + night.zone(change(from)) + " " + expression;
        }
    }

    record Every(Duration interval) implements When {
        @Override
        public String written(Instant from, Instant until) {
            return "{every: " + interval.toMillis() + "ms" + window(from, until);
        }

        /** Nothing, for the anchor is set when the job is created: the database tells the definition. */
        @Override
        public String checked(Instant from) {
            return "manual";
        }
    }

    /** @param after from the window's beginning */
    record Once(Duration after) implements When {
        @Override
        public String written(Instant from, Instant until) {
            return "{once: \"" + from.plus(after) + "\"}";
        }

        @Override
        public String checked(Instant from) {
            return "once " + from.plus(after).toEpochMilli();
        }

        @Override
        public boolean lasts() {
            return false;
        }
    }

    record ByHand() implements When {
        @Override
        public String written(Instant from, Instant until) {
            return "{manual: true}";
        }

        @Override
        public String checked(Instant from) {
            return "manual";
        }

        @Override
        public boolean lasts() {
            return false;
        }
    }
}
