package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Event;
import io.baton.resilience.checker.Kind;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was done on a stage, what was measured there, and what was not as it should be. Safe for use by several threads. */
abstract class Account {
    private final List<Event> told = new CopyOnWriteArrayList<>();
    private final List<String> figures = new CopyOnWriteArrayList<>();
    private final List<String> felt = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<Act> acts = new CopyOnWriteArrayList<>();

    /** A row that begins on a stage which it shares. @param at UTC millis */
    record Act(FaultRow row, long at) {}

    /** Notes that the stage is that row's from now on. */
    void act(FaultRow row) {
        acts.add(new Act(row, System.currentTimeMillis()));
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    /** Notes that a fault begins. */
    void fault(String what, String node) {
        tell(Kind.FAULT, what, node);
    }

    /** Notes that it is over. */
    void healed(String what, String node) {
        tell(Kind.HEALED, what, node);
    }

    void tell(Kind kind, String subject, String node) {
        tell(System.currentTimeMillis(), kind, subject, node);
    }

    /** The same of a moment that is past. @param at UTC millis */
    void tell(long at, Kind kind, String subject, String node) {
        tell(Event.of(at, kind, subject).on(node));
    }

    void tell(Event event) {
        told.add(event);
    }

    /** What must be true beside the checker's rules; if it is not, the row is broken. */
    void expect(boolean met, String subject, String words) {
        if (!met) {
            tell(Event.of(System.currentTimeMillis(), Kind.SURPRISE, "row")
                    .on(subject)
                    .saying(words));
        }
    }

    /** Plays a row, which has to show that its fault was felt: else it is broken. */
    void shown(String row, Runnable play) {
        int before = felt.size();
        play.run();
        expect(felt.size() > before, row, "did not show that its fault was felt");
        if (felt.size() > before) {
            shown.add(row);
        }
    }

    /** Whether the fault did to the stage what it is there for; if it did not, the row shows nothing and is broken. */
    void felt(boolean met, String subject, String words) {
        if (met) {
            felt.add(subject);
        }
        expect(met, subject, "the fault was not felt: " + words);
    }

    /** The rows whose faults were felt. */
    List<String> shown() {
        return List.copyOf(shown);
    }

    /** What was measured, in words. */
    void figure(String words) {
        figures.add(words);
    }

    /** What was not as it must be. */
    List<Event> unmet() {
        return told.stream().filter(event -> event.kind() == Kind.SURPRISE).toList();
    }

    List<String> figures() {
        return List.copyOf(figures);
    }

    /** When the last fault was over, or happened; empty if there was none. */
    OptionalLong lastFault() {
        return told.stream()
                .filter(event -> event.kind() == Kind.FAULT || event.kind() == Kind.HEALED)
                .mapToLong(Event::at)
                .max();
    }

    /** Adds what was told to the events, at its place in time. */
    void tellInto(List<Event> events) {
        told.forEach(event -> insert(event, events));
    }

    /** A request before what was claimed for it in the same millisecond, a fault after what happened in it. */
    private static void insert(Event event, List<Event> events) {
        long before = event.kind() == Kind.ASKED ? event.at() - 1 : event.at();
        int at = 0;
        while (at < events.size() && events.get(at).at() <= before) {
            at++;
        }
        events.add(at, event);
    }
}
