package io.baton.application.core;

import io.baton.application.execute.Acknowledgements;
import io.baton.application.execute.FinishTasks;
import io.baton.application.execute.RunningTasks;
import io.baton.application.execute.StartTasks;
import io.baton.application.execute.TakenMessages;
import io.baton.application.execute.TaskExecutionService;
import io.baton.application.execute.TaskIntake;
import io.baton.application.execute.UnstartedMessages;
import io.baton.application.fire.RequestRun;
import io.baton.domain.queue.Taken;
import java.util.concurrent.atomic.AtomicReference;

/** The wing that takes, starts, runs and finishes tasks. */
record Execution(RunningTasks running, StartTasks start, TaskIntake intake, Inbox inbox) {

    /** Where messages go that start nothing, once those rooms stand. */
    static final class Inbox {
        private final UnstartedMessages unstarted;
        private final AtomicReference<TakenMessages> messages = new AtomicReference<>();
        private final AtomicReference<RequestRun> requests = new AtomicReference<>();

        Inbox(UnstartedMessages unstarted) {
            this.unstarted = unstarted;
        }

        void stale(Taken.Dispatched taken) {
            TakenMessages open = messages.get();
            if (open != null) {
                unstarted.stale(taken, open, this::request);
            }
        }

        void request(Taken.Requested request, TakenMessages.Meant meant, TakenMessages from) {
            RequestRun open = requests.get();
            if (open != null) {
                open.adopt(request, meant, from);
            }
        }
    }

    static Execution of(Core core, Core.Voices voices) {
        var middle = core.middle;
        var ledger = core.ports.what().ledger();
        var queue = core.ports.where().queue();
        RunningTasks running = new RunningTasks();
        Acknowledgements acks = new Acknowledgements(queue, core.spec.self(), core.hands.steps(), core.backoff());
        FinishTasks finish = new FinishTasks(
                ledger,
                core.spec.self(),
                new FinishTasks.Aftermath(
                        running, middle.slots(), acks, middle.sending().relocation()),
                core.backoff(),
                core.hands.steps());
        TaskExecutionService service = new TaskExecutionService(
                middle.jobs(),
                core.ports.invoker(),
                running,
                new TaskExecutionService.Threads(
                        core.hands.workers(), core.hands.timer(), middle.clock(), core.surroundings.nanos()),
                new TaskExecutionService.Reports(
                        voices.listener(), voices.json().data(), finish));
        Inbox inbox = new Inbox(new UnstartedMessages(
                middle.watch(),
                new UnstartedMessages.Known(
                        middle.jobs(), core.ports.invoker(), core.spec.profile().labels()),
                ledger.history(),
                middle.sending().relocation(),
                core.backoff()));
        StartTasks start = new StartTasks(
                ledger.tasks(),
                middle.tokens(),
                new StartTasks.Footing(
                        middle.watch(), middle.slots(), core.spec.timings(), core.surroundings.nanos(), core.backoff()),
                new StartTasks.Outlets(running, service, finish, acks, inbox::stale),
                core.hands.steps());
        TakenMessages messages = new TakenMessages(
                core.spec.self().node(),
                queue,
                core.surroundings.clock(),
                new TakenMessages.Doors(start, middle.slots(), inbox.unstarted::placedAgain, inbox::request),
                new TakenMessages.Afterwards(
                        acks, core.backoff(), core.spec.dispatch().queueCapacity()));
        inbox.messages.set(messages);
        return new Execution(running, start, new TaskIntake(queue, middle.watch(), middle.slots(), messages), inbox);
    }

    void open(RequestRun requests) {
        inbox.requests.set(requests);
    }
}
