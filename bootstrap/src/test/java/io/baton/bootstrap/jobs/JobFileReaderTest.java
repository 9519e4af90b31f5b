package io.baton.bootstrap.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.settings.TaskSettings;
import io.baton.bootstrap.tasks.TargetRegistry;
import io.baton.domain.target.InvocationTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobFileReaderTest {
    private final JobFileReader reader = new JobFileReader();

    @Test
    void the_example_of_the_contract_is_read() {
        Map<String, Object> tree = reader.read("""
                jobs:
                  - name: DEMO.greet
                    title: 打个招呼
                    target: demoTask.greet("hello", 42, 42L, 3.5D, true)
                    schedule: { cron: "0/5 * * * * ?", zone: Asia/Shanghai }
                    retry: {attempts: 3, delay: 5s, factor: 2.0, max-delay: 5m}
                    placement: {shards: 4}
                """);

        assertThat(tree)
                .isEqualTo(Map.of(
                        "jobs",
                        List.of(Map.of(
                                "name",
                                "DEMO.greet",
                                "title",
                                "打个招呼",
                                "target",
                                "demoTask.greet(\"hello\", 42, 42L, 3.5D, true)",
                                "schedule",
                                Map.of("cron", "0/5 * * * * ?", "zone", "Asia/Shanghai"),
                                "retry",
                                Map.of("attempts", 3, "delay", "5s", "factor", 2.0, "max-delay", "5m"),
                                "placement",
                                Map.of("shards", 4)))));
    }

    @Test
    void every_demo_job_names_a_target_that_the_demo_brings() {
        TaskSettings demo = new TaskSettings(Path.of("no-such-folder"), List.of(), List.of(), true);

        try (TargetRegistry registry = TargetRegistry.builder().settings(demo).build()) {
            assertThat(demoTargets())
                    .hasSize(6)
                    .allSatisfy(target -> assertThat(registry.resolve(InvocationTarget.parse(target))
                                    .refusal())
                            .as(target)
                            .isEmpty());
        }
    }

    private List<String> demoTargets() {
        List<?> jobs = (List<?>) reader.demoJobs().getOrDefault("jobs", List.of());
        return jobs.stream()
                .map(job -> String.valueOf(((Map<?, ?>) job).get("target")))
                .toList();
    }
}
