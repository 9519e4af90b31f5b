package io.baton.application.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.application.jobs.JobCatalog;
import io.baton.domain.job.About;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.JsonText;
import io.baton.domain.job.Placement;
import io.baton.domain.job.Rules;
import io.baton.domain.job.Schedule;
import io.baton.domain.port.JobRepository;
import io.baton.domain.target.InvocationTarget;
import io.baton.memory.MemoryDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;

final class JobListTest {
    private static final JobSpec PLAIN = new JobSpec(
            About.NOTHING,
            new JobSpec.Work(InvocationTarget.parse("demo.run"), JsonText.EMPTY_OBJECT),
            new Schedule.Manual(),
            Placement.ANYWHERE,
            Rules.DEFAULT);

    private final JobRepository other =
            new MemoryDatabase(Clock.systemUTC()).connect().jobs();
    private final List<String> asked = new ArrayList<>();
    private final JobCatalog catalog = new JobCatalog();
    private final JobList list = new JobList(listening(), catalog);

    @Test
    void it_is_what_the_store_has_at_that_moment() {
        save("G.b");
        save("G.a");
        assertThat(list.sorted()).isEqualTo(all()).hasSize(2);

        other.enable(JobKey.parse("G.a"), false);
        assertThat(list.sorted()).isEqualTo(all()).extracting(Job::enabled).containsExactly(false, true);

        other.delete(JobKey.parse("G.a"));
        save("G.c");
        assertThat(list.sorted()).isEqualTo(all()).hasSize(2);

        save("G.a");
        assertThat(list.sorted()).isEqualTo(all()).hasSize(3);
    }

    @Test
    void what_did_not_change_is_not_read_again() {
        save("G.a");
        save("G.b");
        list.sorted();
        asked.clear();

        list.sorted();
        assertThat(asked).containsExactly("fingerprint");

        other.enable(JobKey.parse("G.b"), false);
        list.sorted();
        assertThat(asked).containsExactly("fingerprint", "fingerprint", "stamps", "some [G.b]");
    }

    @Test
    void what_this_node_knows_anyway_is_not_read() {
        save("G.a");
        save("G.b");
        catalog.put(other.find(JobKey.parse("G.a")).orElseThrow());
        Job old = other.find(JobKey.parse("G.b")).orElseThrow();
        catalog.put(old);
        other.enable(JobKey.parse("G.b"), false);

        assertThat(list.sorted()).isEqualTo(all());
        assertThat(asked).containsExactly("fingerprint", "stamps", "some [G.b]");
    }

    @Test
    void a_row_that_cannot_be_read_is_left_out_and_not_read_each_time() {
        save("G.a");
        JobKey broken = JobKey.parse("G.broken");
        JobRepository store = listening();
        JobList withBroken = new JobList(withStampOf(broken, store), catalog);
        assertThat(withBroken.sorted()).isEqualTo(all());
        other.enable(JobKey.parse("G.a"), false);
        asked.clear();

        withBroken.sorted();

        assertThat(asked).noneMatch(call -> call.contains("broken"));
    }

    private void save(String name) {
        JobKey key = JobKey.parse(name);
        assertThat(other.save(key, PLAIN, true, 0).job()).isPresent();
    }

    private List<Job> all() {
        return other.all().jobs().stream()
                .sorted(Comparator.comparing(Job::key))
                .toList();
    }

    private JobRepository listening() {
        return (JobRepository) Proxy.newProxyInstance(
                JobRepository.class.getClassLoader(), new Class<?>[] {JobRepository.class}, (proxy, method, args) -> {
                    asked.add(method.getName()
                            + (args == null || method.getName().equals("stamps") ? "" : " " + args[0]));
                    try {
                        return method.invoke(other, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked") // what the one method with that name is given
    private static JobRepository withStampOf(JobKey broken, JobRepository store) {
        return (JobRepository) Proxy.newProxyInstance(
                JobRepository.class.getClassLoader(), new Class<?>[] {JobRepository.class}, (proxy, method, args) -> {
                    if (method.getName().equals("stamps")) {
                        store.stamps((ObjLongConsumer<JobKey>) args[0]);
                        ((ObjLongConsumer<JobKey>) args[0]).accept(broken, 1);
                        return null;
                    }
                    return method.invoke(store, args);
                });
    }
}
