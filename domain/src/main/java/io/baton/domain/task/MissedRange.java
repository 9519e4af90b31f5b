package io.baton.domain.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Due times of one job that passed without a row of their own: the row of the first of them stands for all.
 *
 * @param count how many, from 1
 * @param first the first of them
 * @param last the last of them, not before the first
 */
public record MissedRange(int count, Instant first, Instant last) {
    private static final Pattern WORDS = Pattern.compile("([0-9]{1,9}) due times from (\\S+) to (\\S+) were missed");

    public MissedRange {
        if (count < 1 || last.isBefore(first)) {
            throw new IllegalArgumentException(count + " due times from " + first + " to " + last
                    + ": at least one, the last not before the first");
        }
    }

    /** What the row says of them. */
    public Ending ending() {
        return new Ending(
                Outcome.SKIPPED, Reason.MISFIRE, count + " due times from " + first + " to " + last + " were missed");
    }

    /** What the row of such a range stands for; empty if it is another's. */
    public static Optional<MissedRange> of(Ending end) {
        Matcher words = WORDS.matcher(end.error());
        if (end.reason() != Reason.MISFIRE || !words.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MissedRange(
                    Integer.parseInt(words.group(1)), Instant.parse(words.group(2)), Instant.parse(words.group(3))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean covers(Instant due) {
        return !due.isBefore(first) && !due.isAfter(last);
    }
}
