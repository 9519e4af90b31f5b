package io.baton.bootstrap.settings;

import java.util.List;
import java.util.function.Function;

/** What came of reading the settings: all of them, or all that is wrong with them. */
public sealed interface LoadedSettings {
    record Accepted(NodeSettings settings) implements LoadedSettings {}

    /** @param mistakes at least one */
    record Refused(List<Mistake> mistakes) implements LoadedSettings {
        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }

    default <R> R fold(Function<NodeSettings, R> accepted, Function<List<Mistake>, R> refused) {
        if (this instanceof Accepted a) {
            return accepted.apply(a.settings());
        }
        return refused.apply(((Refused) this).mistakes());
    }
}
