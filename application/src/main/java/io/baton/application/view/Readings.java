package io.baton.application.view;

import io.baton.application.Ports;
import io.baton.application.jobs.JobCatalog;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.node.ClusterView;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.TaskHistory.Query;
import io.baton.domain.port.TaskInvoker.TargetEntry;
import io.baton.domain.queue.DeadLetter;
import io.baton.domain.queue.QueueState;
import io.baton.domain.task.Attempt;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskRow;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operators see, read from the stores at the moment they ask: any node answers for the whole cluster. */
public final class Readings {
    private final Ports ports;
    private final JobList jobs;

    public Readings(Ports ports, JobCatalog catalog) {
        this.ports = ports;
        this.jobs = new JobList(ports.what().definitions().jobs(), catalog);
    }

    /** All jobs by name. */
    public List<Job> jobs() {
        return jobs.sorted();
    }

    public Optional<Job> job(JobKey key) {
        return ports.what().definitions().jobs().find(key);
    }

    /** The version of every job. */
    public Map<JobKey, Long> jobVersions() {
        Map<JobKey, Long> versions = new HashMap<>();
        ports.what().definitions().jobs().stamps(versions::put);
        return Collections.unmodifiableMap(versions);
    }

    public List<TaskRow> runs(Query query) {
        return ports.what().ledger().history().search(query);
    }

    /** Tasks that might have started before the instant and wait. @param most 1..1,000 */
    public List<TaskId> overdue(Instant dueBefore, int most) {
        return ports.what().ledger().history().overdue(dueBefore, most);
    }

    public Optional<TaskRow> run(TaskId task) {
        return ports.what().ledger().history().find(task);
    }

    public Map<TaskId, List<Attempt>> attempts(List<TaskId> tasks) {
        return tasks.isEmpty() ? Map.of() : ports.what().ledger().history().attempts(tasks);
    }

    /** A node as the registry has it, and what waits for it. */
    public record NodeReading(ClusterView.Member member, QueueState queue, int inFlight, boolean master) {}

    public List<NodeReading> nodes() {
        ClusterView view = ports.where().registry().view();
        List<NodeId> ids = view.nodes().stream().map(ClusterView.Member::id).toList();
        List<QueueState> queues = ports.where().queueRecovery().states(ids);
        List<NodeReading> readings = new java.util.ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            ClusterView.Member member = view.nodes().get(i);
            int inFlight = ports.where().queueRecovery().inFlight(member.who()).size();
            boolean master = view.master().equals(Optional.of(member.who()));
            readings.add(new NodeReading(member, queues.get(i), inFlight, master));
        }
        return readings;
    }

    /** The cluster as the registry has it. */
    public ClusterView cluster() {
        return ports.where().registry().view();
    }

    /** Asks a node to drain, or to take work again. */
    public void wantDrain(NodeId node, boolean wanted) {
        ports.where().registry().wantDrain(node, wanted);
    }

    public List<TargetEntry> targets() {
        return ports.invoker().targets();
    }

    public List<DeadLetter> deadLetters(int most) {
        return ports.where().queue().deadLetters(most);
    }

    public boolean removeDeadLetter(String id) {
        return ports.where().queue().removeDeadLetter(id);
    }

    /** Asks the database for its time. @throws io.baton.domain.port.StoreException if it does not answer */
    public Instant storeTime() {
        return ports.what().ledger().recovery().now();
    }
}
