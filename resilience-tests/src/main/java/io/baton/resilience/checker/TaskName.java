package io.baton.resilience.checker;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A task id taken apart.
 *
 * @param job {@code GROUP.NAME}
 * @param firing the id without its shard
 * @param due UTC millis; empty for a run that was asked for
 * @param shard −1 for the whole firing
 */
record TaskName(String job, String firing, OptionalLong due, int shard) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)@(-?[0-9]+|r-[A-Za-z0-9_-]+)(?:~([0-9]+))?");

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static TaskName of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no task id");
        }
        String when = form.group(2);
        OptionalLong due = when.startsWith("r-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(when));
        int shard = form.group(3) == null ? -1 : Integer.parseInt(form.group(3));
        return new TaskName(form.group(1), form.group(1) + "@" + when, due, shard);
    }
}
