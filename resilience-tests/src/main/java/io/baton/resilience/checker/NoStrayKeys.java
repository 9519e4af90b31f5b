package io.baton.resilience.checker;

import java.util.List;

/** At the end of a history that has had time to converge no key or message is left that belongs to nobody. */
final class NoStrayKeys implements Rule {
    @Override
    public String name() {
        return "no-stray-keys";
    }

    @Override
    public List<Violation> check(History history) {
        Frame frame = history.frame();
        if (frame.end() - frame.calmSince() < frame.bounds().converged()) {
            return List.of();
        }
        return history.events().stream()
                .filter(e -> e.kind() == Kind.STRAY)
                .map(e -> new Violation(name(), e.at(), e.subject(), "is left: " + e.detail()))
                .toList();
    }
}
