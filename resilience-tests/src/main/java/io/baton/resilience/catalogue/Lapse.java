package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.Frame;
import io.baton.resilience.checker.History;
import io.baton.resilience.checker.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a history holds of the time after a moment: tasks that are of before are left out whole. */
final class Lapse {
    private static final Set<Kind> OF_THE_STAGE = EnumSet.of(Kind.FAULT, Kind.HEALED, Kind.SURPRISE);

    private Lapse() {}

    /** @param moment UTC millis */
    static History after(long moment, History whole) {
        Frame frame = whole.frame();
        Set<String> before = whole.events().stream()
                .filter(event -> event.at() < moment)
                .map(Event::subject)
                .collect(Collectors.toSet());
        List<Event> events = whole.events().stream()
                .filter(event -> OF_THE_STAGE.contains(event.kind()) || !before.contains(event.subject()))
                .toList();
        return new History(
                new Frame(frame.name(), moment, frame.end(), frame.lastFault(), frame.bounds()),
                whole.definitions(),
                events);
    }
}
