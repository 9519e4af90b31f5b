package io.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import io.baton.domain.job.Schedule;
import io.baton.domain.job.Window;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.UnreadableJobException;
import io.baton.web.Caller.Answer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user's mistake in SQL does to the API: it harms no other job, and it can be mended or deleted from here. */
class BrokenRowsTest {
    private static final JobKey BAD = JobKey.parse("A.bad");
    private static final String GOOD = "{\"name\":\"A.good\",\"target\":\"bean.run\",\"schedule\":{\"manual\":true}}";
    private static final String MENDED = GOOD.replace("A.good", "A.bad");

    private final TestCluster cluster = new TestCluster();
    private final Caller caller = Caller.of(cluster.node("node-1", this::tampered));
    private volatile @Nullable JobRepository store;
    private volatile boolean unreadable;

    private JobRepository tampered(JobRepository jobs) {
        store = jobs;
        return (JobRepository) Proxy.newProxyInstance(
                BrokenRowsTest.class.getClassLoader(), new Class<?>[] {JobRepository.class}, this::answer);
    }

    private @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (unreadable && method.getName().equals("find") && arguments != null && BAD.equals(arguments[0])) {
            Optional<Job> row = store().find(BAD);
            if (row.isPresent()) {
                throw new UnreadableJobException(
                        BAD, row.get().version(), row.get().enabled(), "target: 'x' is none");
            }
        }
        if (method.getName().equals("save") && arguments != null && BAD.equals(arguments[0])) {
            unreadable = false;
        }
        try {
            return method.invoke(store(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private JobRepository store() {
        return java.util.Objects.requireNonNull(store);
    }

    @BeforeEach
    void twoJobs() {
        assertThat(caller.post("/api/v1/jobs", GOOD).status()).isEqualTo(201);
        assertThat(caller.post("/api/v1/jobs", MENDED).status()).isEqualTo(201);
    }

    @AfterEach
    void close() {
        caller.close();
        cluster.close();
    }

    private void badCron() {
        Job job = store().find(BAD).orElseThrow();
        JobSpec spec = new JobSpec(
                job.spec().about(),
                job.spec().work(),
                new Schedule.Cron("nonsense", ZoneOffset.UTC, Window.ALWAYS),
                job.spec().placement(),
                job.spec().rules());
        assertThat(store().save(BAD, spec, true, job.version()).conflict()).isFalse();
    }

    @Test
    void a_job_whose_cron_expression_is_none_is_listed_without_a_due_time() {
        badCron();

        Answer list = caller.get("/api/v1/jobs");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().get("jobs")).hasSize(2);
        assertThat(list.json().at("/jobs/0/nextDue").isNull()).isTrue();
        assertThat(caller.get("/api/v1/jobs/A.bad").status()).isEqualTo(200);
    }

    @Test
    void a_job_whose_cron_expression_is_none_can_be_paused_mended_and_deleted() {
        badCron();

        assertThat(caller.post("/api/v1/jobs/A.bad/pause", "").status()).isEqualTo(200);
        assertThat(caller.put("/api/v1/jobs/A.bad", MENDED).status()).isEqualTo(200);
        badCron();
        assertThat(caller.delete("/api/v1/jobs/A.bad").status()).isEqualTo(204);
    }

    @Test
    void a_job_whose_row_cannot_be_read_says_so() {
        unreadable = true;

        Answer answer = caller.get("/api/v1/jobs/A.bad");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText())
                .isEqualTo("the row of A.bad in the table job cannot be read: target: 'x' is none");
        assertThat(caller.post("/api/v1/jobs/A.bad/run", "{}").status()).isEqualTo(409);
        assertThat(caller.post("/api/v1/jobs/A.bad/pause", "").status()).isEqualTo(409);
    }

    @Test
    void a_row_that_cannot_be_read_can_be_overwritten() {
        unreadable = true;

        assertThat(caller.put("/api/v1/jobs/A.bad", MENDED, "If-Match", "\"7\"").status())
                .isEqualTo(412);
        assertThat(caller.put("/api/v1/jobs/A.bad", MENDED, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(caller.get("/api/v1/jobs/A.bad").status()).isEqualTo(200);
    }

    @Test
    void a_row_that_cannot_be_read_can_be_deleted() {
        unreadable = true;

        assertThat(caller.delete("/api/v1/jobs/A.bad").status()).isEqualTo(204);
        assertThat(caller.get("/api/v1/jobs/A.bad").status()).isEqualTo(404);
    }

    @Test
    void a_job_file_mends_it_and_its_other_jobs_are_applied() {
        unreadable = true;

        Answer answer = caller.post(
                "/api/v1/jobs:apply",
                "{\"jobs\":[" + MENDED + "," + GOOD.replace("A.good", "A.new") + "," + GOOD + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("jobs"))
                .extracting(line -> line.get("result").asText())
                .containsExactly("updated", "created", "unchanged");
    }
}
