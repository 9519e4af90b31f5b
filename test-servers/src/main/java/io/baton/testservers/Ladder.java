package io.baton.testservers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The rungs that lead to one kind of server, tried from the first to the last until one works. */
final class Ladder<T> {
    private final String server;
    private final Set<Rung> allowed;
    private final Map<Rung, Supplier<Outcome<T>>> attempts = new EnumMap<>(Rung.class);

    /** A ladder to {@code server} (its name in messages) that leaves out all rungs but the {@code allowed} ones. */
    Ladder(String server, Set<Rung> allowed) {
        this.server = server;
        this.allowed = Set.copyOf(allowed);
    }

    /** Adds what has to be done on {@code rung}; a rung without an attempt is one that gives no process control. */
    Ladder<T> rung(Rung rung, Supplier<Outcome<T>> attempt) {
        attempts.put(rung, attempt);
        return this;
    }

    /**
     * What the first rung that works gives.
     *
     * @throws NoServerException if none works; its text says for each rung why
     */
    T climb() {
        List<String> reasons = new ArrayList<>();
        for (Rung rung : Rung.values()) {
            Outcome<T> outcome = attempt(rung);
            if (outcome instanceof Outcome.Works<T> works) {
                return works.value();
            }
            reasons.add(rung.word() + ": " + ((Outcome.Missing<T>) outcome).why());
        }
        throw new NoServerException(server, reasons);
    }

    private Outcome<T> attempt(Rung rung) {
        Supplier<Outcome<T>> attempt = attempts.get(rung);
        if (attempt == null) {
            return new Outcome.Missing<>("no use here, the test has to stop, kill or pause the server's process");
        }
        if (!allowed.contains(rung)) {
            return new Outcome.Missing<>("left out by " + Settings.RUNGS);
        }
        return attempt.get();
    }
}
