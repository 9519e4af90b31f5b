package io.baton.application.view;

import io.baton.application.Surroundings;
import io.baton.application.jobs.JobReconciler;
import io.baton.application.place.SecondLook;
import io.baton.domain.port.Marks;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** Reconciles every node on demand, or asks every node what it would change. */
public final class ClusterReconcile {
    private final ClusterQuestion<Counts> deed;
    private final ClusterQuestion<Forecast> forecast;

    /** @param locks makes the lock that is held while a wish is followed, one for each kind of wish */
    public ClusterReconcile(
            Marks marks, JobReconciler reconciler, SecondLook look, Surroundings surroundings, Supplier<Lock> locks) {
        this.deed = new ClusterQuestion<>(
                marks,
                look,
                surroundings,
                locks.get(),
                new ClusterQuestion.About<>(
                        "reconcile", () -> Counts.of(reconciler.reconcile()), Counts::text, Counts::parse));
        this.forecast = new ClusterQuestion<>(
                marks,
                look,
                surroundings,
                locks.get(),
                new ClusterQuestion.About<>(
                        "forecast", () -> Forecast.of(reconciler.foresee()), Forecast::text, Forecast::parse));
    }

    /** What a node put right, or would, in numbers. */
    public record Counts(int removed, int created, int updated, int failed) {
        static Counts of(JobReconciler.Report report) {
            return new Counts(
                    report.removed().size(),
                    report.created().size(),
                    report.updated().size(),
                    report.failed().size());
        }

        String text() {
            return removed + " " + created + " " + updated + " " + failed;
        }

        static Counts parse(String text) {
            String[] parts = text.split(" ");
            return new Counts(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]));
        }
    }

    /** Puts right what differs, on every node. */
    public ClusterQuestion<Counts> deed() {
        return deed;
    }

    /** What would be put right, on every node. It changes nothing. */
    public ClusterQuestion<Forecast> forecast() {
        return forecast;
    }

    /** One look for wishes of other nodes: the forecast first, which the deed would leave nothing to tell. */
    public void answer() {
        forecast.answer();
        deed.answer();
    }
}
