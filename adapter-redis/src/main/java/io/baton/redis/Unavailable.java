package io.baton.redis;

import io.baton.domain.port.StoreUnavailableException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in one line for the operator why Redis cannot be opened, and whether waiting may help. */
final class Unavailable {
    private static final Pattern LOGIN =
            Pattern.compile("(?s)(WRONGPASS|NOAUTH|NOPERM|ERR invalid password|ERR AUTH|ERR Client sent AUTH).*");

    private Unavailable() {}

    static StoreUnavailableException because(RedisAddress address, RuntimeException failure) {
        List<Throwable> causes = causes(failure);
        Optional<String> login = said(causes, LOGIN);
        if (login.isPresent()) {
            return never(
                    address, "refuses the login (" + login.get() + "); put user and password into baton.redis.uri");
        }
        if (said(causes, Pattern.compile("(?s).*cluster support disabled.*")).isPresent()) {
            return never(address, "is no Redis Cluster; correct baton.redis.uri or baton.redis.mode");
        }
        if (causes.stream().anyMatch(Unavailable::isTls)) {
            return never(
                    address,
                    "and this node disagree about TLS: " + last(causes)
                            + "; baton.redis.uri begins with rediss:// if and only if the server speaks TLS");
        }
        return new StoreUnavailableException(
                "Redis at " + address + " does not answer: " + last(causes) + "; is baton.redis.uri right?",
                true,
                failure);
    }

    static StoreUnavailableException never(RedisAddress address, String why) {
        return new StoreUnavailableException("Redis at " + address + " " + why, false);
    }

    private static boolean isTls(Throwable cause) {
        return cause instanceof SSLException || cause.getClass().getSimpleName().equals("NotSslRecordException");
    }

    private static Optional<String> said(List<Throwable> causes, Pattern pattern) {
        return causes.stream()
                .map(Unavailable::message)
                .filter(message -> pattern.matcher(message).matches())
                .findFirst();
    }

    private static String last(List<Throwable> causes) {
        return message(causes.get(causes.size() - 1));
    }

    private static String message(Throwable cause) {
        @Nullable String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** The failure, its causes and what they suppressed, nearest first. */
    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>(List.of(failure));
        List<Throwable> all = new java.util.ArrayList<>();
        while (!next.isEmpty()) {
            Throwable one = next.poll();
            if (seen.add(one)) {
                all.add(one);
                next.addAll(Arrays.asList(one.getSuppressed()));
                if (one.getCause() != null) {
                    next.add(one.getCause());
                }
            }
        }
        return all;
    }
}
