package io.baton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.jobs.JobFileReader;
import io.baton.bootstrap.settings.TaskSettings;
import io.baton.bootstrap.tasks.TargetRegistry;
import io.baton.domain.target.InvocationTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of this module, run as a node does. */
class ExampleJarTest {
    @TempDir
    private Path tasks;

    private TargetRegistry registry = TargetRegistry.builder().build();

    @BeforeEach
    void pack_the_jar_and_let_the_node_find_it() throws Exception {
        ExampleJar.packInto(tasks);
        registry = TargetRegistry.builder()
                .settings(new TaskSettings(tasks, List.of(), List.of(), false))
                .build();
    }

    @AfterEach
    void close_the_registry() {
        registry.close();
    }

    @Test
    void the_jar_brings_exactly_the_two_targets() {
        assertThat(registry.notices()).isEmpty();
        assertThat(registry.names()).containsExactly("invoices.send", "io.baton.examples.ReportTask.build");
    }

    @Test
    void the_plain_class_builds_its_report_with_progress() throws Exception {
        ExampleContext context = run("io.baton.examples.ReportTask.build('sales', 2)", 0, 1);

        assertThat(context.reports).containsExactly("50 page 1 of 2", "100 page 2 of 2");
        assertThat(context.lines).containsExactly("report 'sales' has 28 characters");
    }

    @Test
    void the_component_sends_its_shards_share_and_nothing_twice() throws Exception {
        assertThat(run("invoices.send(10)", 1, 4).lines).containsExactly("sent 3 invoices for 2026-11");
        assertThat(run("invoices.send(10)", 1, 4).lines).containsExactly("sent 0 invoices for 2026-11");
    }

    @Test
    void every_job_of_the_job_file_names_a_target_of_the_jar() throws Exception {
        Map<String, Object> file = new JobFileReader().read(Path.of("jobs.yaml"));

        List<?> jobs = (List<?>) file.getOrDefault("jobs", List.of());
        assertThat(jobs).hasSize(2).allSatisfy(job -> {
            String target = String.valueOf(((Map<?, ?>) job).get("target"));
            assertThat(registry.resolve(InvocationTarget.parse(target)).refusal())
                    .isEmpty();
        });
    }

    private ExampleContext run(String target, int shard, int shards) throws Exception {
        ExampleContext context = new ExampleContext(shard, shards);
        registry.resolve(InvocationTarget.parse(target)).code().orElseThrow().run(context);
        return context;
    }
}
