package io.baton.application.execute;

import io.baton.application.Timer;
import io.baton.application.jobs.JobLookup;
import io.baton.application.node.StoreClock;
import io.baton.domain.job.Rules;
import io.baton.domain.port.TaskInvoker;
import io.baton.domain.port.TaskInvoker.Resolution;
import io.baton.domain.target.InvocationTarget;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.Reason;
import io.baton.domain.task.TaskRow;
import io.baton.task.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs started tasks: resolves the target, calls it with its context, interrupts it at its deadline, reports its end. */
public final class TaskExecutionService {
    private final JobLookup jobs;
    private final TaskInvoker invoker;
    private final RunningTasks running;
    private final Threads threads;
    private final Reports reports;

    public TaskExecutionService(
            JobLookup jobs, TaskInvoker invoker, RunningTasks running, Threads threads, Reports reports) {
        this.jobs = jobs;
        this.invoker = invoker;
        this.running = running;
        this.threads = threads;
        this.reports = reports;
    }

    /**
     * @param workers runs the methods of tasks; it never refuses as many as there are slots
     * @param nanos measures how long a run took
     */
    public record Threads(Executor workers, Timer timer, StoreClock clock, LongSupplier nanos) {}

    /** Where runs speak and end. */
    public record Reports(RunListener listener, DataReader reader, FinishTasks finish) {}

    void execute(Started started) {
        Run run = new Run();
        running.add(started.row().id(), started.row().fence(), run);
        threads.workers().execute(() -> runInWorker(started, run));
    }

    private void runInWorker(Started started, Run run) {
        TaskRow row = started.row();
        Optional<Rules> rules =
                jobs.find(row.job(), row.terms().work().jobVersion()).map(job -> job.rules());
        Optional<Duration> timeout = rules.flatMap(Rules::timeout);
        Timer.Pending alarm = timeout.map(t -> threads.timer().after(t, () -> run.endWith(Outcome.TIMED_OUT)))
                .orElse(() -> {});
        Optional<Instant> deadline = timeout.map(threads.clock().now()::plus);
        TaskContext context = new RunContext(
                row,
                started.contextFence(),
                deadline,
                run,
                new RunContext.Voices(reports.listener(), reports.reader()));
        long began = threads.nanos().getAsLong();
        Ending end = call(row, run, context);
        Duration took = Duration.ofNanos(threads.nanos().getAsLong() - began);
        alarm.cancel();
        Optional<Duration> retry = rules.map(Rules::retry)
                .filter(r -> end.outcome().retryable() && r.follows(row.attempt()))
                .map(r -> r.delayAfter(row.attempt()));
        reports.finish().finish(new FinishTasks.Ended(started, end, took, retry));
    }

    /** Calls the method. An {@link Error} of a task is its own failure too: the node goes on. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private Ending call(TaskRow row, Run run, TaskContext context) {
        @Nullable Throwable thrown = null;
        run.begin();
        try {
            Resolution resolution =
                    invoker.resolve(InvocationTarget.parse(row.terms().work().target()));
            if (resolution.code().isEmpty()) {
                return new Ending(Outcome.FAILED, Reason.NO_TARGET, resolution.refusal());
            }
            resolution.code().get().run(context);
        } catch (Throwable e) { // a task may throw anything
            thrown = e;
        } finally {
            run.end();
        }
        return run.ending(thrown);
    }
}
