package io.baton.memory;

import io.baton.contracts.where.WhereClient;
import io.baton.contracts.where.WhereStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A cluster in memory with a settable clock, as the contracts want it. */
final class MemoryWhereStore implements WhereStore {
    private final SettableClock clock = new SettableClock();
    private final MemoryCluster cluster = new MemoryCluster(clock);
    private final List<Opened> opened = new ArrayList<>();
    private final WhereClient first = another();
    private final WhereClient second = another();

    private record Opened(WhereClient client, MemoryLink link) {}

    @Override
    public WhereClient first() {
        return first;
    }

    @Override
    public WhereClient second() {
        return second;
    }

    @Override
    public WhereClient another() {
        MemoryClient client = cluster.connect();
        WhereClient ports =
                new WhereClient(client.registry(), client.queue(), client.recovery(), client.lock(), client.lease());
        opened.add(new Opened(ports, client.link()));
        return ports;
    }

    @Override
    public void pass(Duration time) {
        clock.pass(time);
    }

    @Override
    public void sever(WhereClient client) {
        link(client).cut();
    }

    @Override
    public void blink(WhereClient client) {
        link(client).drop();
        link(client).speak();
    }

    @Override
    public void close() {}

    private MemoryLink link(WhereClient client) {
        return opened.stream()
                .filter(one -> one.client().registry() == client.registry())
                .findFirst()
                .orElseThrow()
                .link();
    }
}
