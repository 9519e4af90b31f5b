package io.baton.contracts.where;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs several threads against each other, all let go at the same moment. */
final class Race {
    private static final int SECONDS = 60;

    private Race() {}

    /** @return what the runners returned, by number */
    static <T> List<T> among(int runners, IntFunction<Callable<T>> runner) throws Exception {
        CyclicBarrier line = new CyclicBarrier(runners);
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                Callable<T> code = runner.apply(i);
                running.add(threads.submit(() -> {
                    line.await(SECONDS, TimeUnit.SECONDS);
                    return code.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
