package io.baton.resilience.checker;

import java.util.List;

/** Nothing was told that must not be, beside what the other rules see in the events. */
final class NoSurprise implements Rule {
    @Override
    public String name() {
        return "no-surprise";
    }

    @Override
    public List<Violation> check(History history) {
        return history.events().stream()
                .filter(e -> e.kind() == Kind.SURPRISE)
                .map(e -> new Violation(name(), e.at(), e.node(), e.detail()))
                .toList();
    }
}
