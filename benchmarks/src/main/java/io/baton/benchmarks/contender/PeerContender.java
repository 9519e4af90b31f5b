package io.baton.benchmarks.contender;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.arena.Waiting;
import io.baton.benchmarks.peer.PeerWorker;
import io.baton.benchmarks.peer.Peers;
import io.baton.benchmarks.peer.Seed;
import java.util.ArrayList;
import java.util.List;

/** A peer: its tables are filled, then its workers begin. */
public final class PeerContender implements Contender {
    private final Peers peer;

    public PeerContender(Peers peer) {
        this.peer = peer;
    }

    @Override
    public String name() {
        return peer.text();
    }

    @Override
    public String settings() {
        return peer.settings();
    }

    @Override
    public Limits limits() {
        return peer.limits();
    }

    /** With which settings it is looked at how soon a dead worker's tasks run again; empty = not at all. */
    public String takeOver() {
        return peer.takeOver();
    }

    /** What was seen of its take-over earlier. */
    public String known() {
        return peer.known();
    }

    /** What is to run once is due already when the workers begin; what runs every second begins fifteen seconds later at the earliest. */
    @Override
    public Ready ready(Room room, Load load, int workers) {
        long ahead = load.seconds() == 0 ? 0 : 15 + load.jobs() / 500;
        long due = (System.currentTimeMillis() / 1000 + ahead) * 1000;
        Seed.plant(peer.make(), room.jdbcUrl(), load, due);
        List<WorkerProcess> started = new ArrayList<>();
        for (int n = 0; n < workers; n++) {
            started.add(WorkerProcess.start(
                    room.folder(),
                    List.of(
                            PeerWorker.class.getName(),
                            peer.name(),
                            room.jdbcUrl(),
                            Integer.toString(load.jobs()),
                            Integer.toString(load.seconds()),
                            load.kind().name())));
        }
        started.forEach(WorkerProcess::awaitBuilt);
        return new Workers(started, due, load.seconds() > 0);
    }

    private record Workers(List<WorkerProcess> all, long due, boolean recurring) implements Ready {
        @Override
        public List<Long> processes() {
            return all.stream().map(WorkerProcess::pid).toList();
        }

        /** What is due every second finds workers that have begun. */
        @Override
        public void rest() {
            if (recurring) {
                all.forEach(WorkerProcess::go);
                Waiting.forInstant(due - 1_000);
            }
        }

        @Override
        public long go() {
            long now = System.currentTimeMillis();
            if (!recurring) {
                all.forEach(WorkerProcess::go);
            }
            return recurring ? due : now;
        }

        @Override
        public void close() {
            all.forEach(WorkerProcess::close);
        }
    }
}
