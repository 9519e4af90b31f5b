package io.baton.memory;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.NodeWitness;
import io.baton.memory.MemoryTables.Enrolled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One session's door to the witness of a {@link MemoryDatabase}. */
final class MemoryNodeWitness implements NodeWitness {
    private final MemoryTables tables;
    private final MemoryLink link;

    MemoryNodeWitness(MemoryTables tables, MemoryLink link) {
        this.tables = tables;
        this.link = link;
    }

    @Override
    public Optional<Incarnation> enrol(Incarnation who, Duration timeout) {
        link.speak();
        synchronized (tables) {
            Instant now = tables.now();
            List<Map.Entry<Incarnation, Enrolled>> others = tables.enrolled.entrySet().stream()
                    .filter(e ->
                            e.getKey().node().equals(who.node()) && !e.getKey().equals(who))
                    .toList();
            Optional<Incarnation> holder = others.stream()
                    .filter(e -> e.getValue().link().isUp()
                            || e.getValue().lastSeen().plus(timeout).isAfter(now))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (holder.isEmpty()) {
                others.stream().map(Map.Entry::getKey).toList().forEach(tables.enrolled::remove);
                tables.enrolled.put(who, new Enrolled(now, link));
            }
            return holder;
        }
    }

    @Override
    public Seen seen(Incarnation who) {
        link.speak();
        synchronized (tables) {
            Instant now = tables.now();
            boolean known = tables.enrolled.computeIfPresent(who, (id, old) -> new Enrolled(now, link)) != null;
            return new Seen(now, known && link.isUp());
        }
    }

    @Override
    public Sightings sightings() {
        synchronized (tables) {
            return new Sightings(
                    tables.now(),
                    tables.enrolled.entrySet().stream()
                            .map(e -> new Sighting(
                                    e.getKey(),
                                    e.getValue().lastSeen(),
                                    e.getValue().link().isUp()))
                            .toList());
        }
    }

    @Override
    public void retire(Incarnation who) {
        synchronized (tables) {
            tables.enrolled.remove(who);
        }
    }
}
