package io.baton.resilience.checker;

import java.util.OptionalLong;

/**
 * A task id taken apart: {@code GROUP.NAME@<due UTC millis>} or {@code GROUP.NAME@r-<request>}, a part's with {@code ~<n>}.
 *
 * @param job {@code GROUP.NAME}
 * @param firing the id without its shard
 * @param due UTC millis; empty for a run that was asked for
 * @param shard −1 for the whole firing
 */
record TaskName(String job, String firing, OptionalLong due, int shard) {

    static boolean isOne(String text) {
        int at = text.indexOf('@');
        int dot = text.indexOf('.');
        return dot > 0 && at > dot + 1 && at + 1 < text.length() && text.indexOf(' ') < 0 && text.indexOf(':') < 0;
    }

    static TaskName of(String text) {
        if (!isOne(text)) {
            throw new IllegalArgumentException("'" + text + "' is no task id");
        }
        int at = text.indexOf('@');
        int tilde = text.indexOf('~', at);
        String firing = tilde < 0 ? text : text.substring(0, tilde);
        String when = firing.substring(at + 1);
        OptionalLong due = when.startsWith("r-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(when));
        int shard = tilde < 0 ? -1 : Integer.parseInt(text.substring(tilde + 1));
        return new TaskName(text.substring(0, at), firing, due, shard);
    }
}
