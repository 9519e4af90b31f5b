package io.baton.web.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * Cron expressions in words. What comes out is right or nothing: the numbers of each field are gathered first and then
 * described, so that {@code 0/7}, whose last step in the hour is shorter, never becomes "every 7 minutes".
 */
public final class CronWords {
    /** 200 characters of English: longer words explain less than the expression, in every language. */
    private static final int LONGEST = 200;

    /** 10,000 expressions in one language, some 300 bytes each: to find the words costs more than all else in a row of a list. */
    private static final Cache<Asked, Optional<String>> KNOWN =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();

    private record Asked(Tongue tongue, String expression) {}

    private CronWords() {}

    /**
     * An expression that the cron parser has accepted, in words; itself if there are no good ones.
     *
     * @param wish the language asked for, {@code en}, {@code zh} or empty for what the browser accepts
     * @param accepted the value of Accept-Language, may be empty
     */
    public static String of(String expression, String wish, String accepted) {
        return of(Tongue.of(wish, accepted), expression).orElse(expression);
    }

    /** Empty if the expression is better shown as it is. */
    static Optional<String> of(Tongue tongue, String expression) {
        return KNOWN.get(new Asked(tongue, expression), CronWords::find);
    }

    private static Optional<String> find(Asked asked) {
        try {
            CronShape shape = CronShape.read(asked.expression());
            return words(Tongue.ENGLISH, shape).length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(words(asked.tongue(), shape));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String words(Tongue tongue, CronShape shape) {
        CronClock clock = new CronClock(tongue, shape);
        CronDays days = new CronDays(tongue, shape);
        String time = clock.words();
        Optional<String> some = days.words(false);
        if (some.isEmpty() && clock.namesTimes()) {
            return tongue.say("cron.daily", time);
        }
        Optional<String> said = clock.wholeDay() ? some : days.words(true);
        return said.map(date -> tongue.say("cron.within", time, date)).orElse(time);
    }
}
