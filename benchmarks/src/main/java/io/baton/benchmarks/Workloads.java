package io.baton.benchmarks;

import io.baton.benchmarks.workload.Burst;
import io.baton.benchmarks.workload.EachSecond;
import io.baton.benchmarks.workload.Forwarded;
import io.baton.benchmarks.workload.IdleNodes;
import io.baton.benchmarks.workload.LongLedger;
import io.baton.benchmarks.workload.LongQueue;
import io.baton.benchmarks.workload.MoreJobs;
import io.baton.benchmarks.workload.MoreNodes;
import io.baton.benchmarks.workload.OneFiring;
import io.baton.benchmarks.workload.StartingNodes;
import io.baton.benchmarks.workload.TakeOver;
import io.baton.benchmarks.workload.Workload;
import java.util.List;
import java.util.Locale;

/** The workloads by their letters; a letter with a word is one part of it. */
enum Workloads {
    /** Tasks due at once, and what each cost under load. */
    A,
    /** Jobs of each second. */
    B,
    /** A node dies. */
    C,
    /** One firing alone. */
    D,
    /** Nodes start. */
    E,
    /** All tasks are sent to another node. */
    F,
    /** One burst on more and more nodes. */
    G_NODES,
    /** More and more jobs. */
    G_JOBS,
    /** A long ledger. */
    G_LEDGER,
    /** A long queue. */
    G_QUEUE,
    /** Nodes wait. */
    H;

    Workload workload() {
        return switch (this) {
            case A -> new Burst();
            case B -> new EachSecond();
            case C -> new TakeOver();
            case D -> new OneFiring();
            case E -> new StartingNodes();
            case F -> new Forwarded();
            case G_NODES -> new MoreNodes();
            case G_JOBS -> new MoreJobs();
            case G_LEDGER -> new LongLedger();
            case G_QUEUE -> new LongQueue();
            case H -> new IdleNodes();
        };
    }

    /** As it is written on the command line, such as {@code G-jobs}. */
    String text() {
        return name().charAt(0) + name().substring(1).replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Those that a word of the command line names: a letter all its parts; none if it names none. */
    static List<Workloads> named(String word) {
        return List.of(values()).stream()
                .filter(one -> one.text().equals(word) || one.text().startsWith(word + "-"))
                .toList();
    }
}
