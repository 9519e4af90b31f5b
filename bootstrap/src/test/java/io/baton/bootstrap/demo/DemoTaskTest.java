package io.baton.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.bootstrap.tasks.Calls;
import io.baton.bootstrap.tasks.TargetRegistry;
import io.baton.contracts.what.RecordingContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoTaskTest {
    private final TargetRegistry registry =
            TargetRegistry.builder().object("demoTask", new DemoTask()).build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demoTask.greet('世界') | Hello, 世界!",
                "demoTask.greet('hello', 42, 42L, 3.5D, true) | name=hello count=42 id=42 ratio=3.5 loud=true",
                "demoTask.demoMethod('a', 1, true) | text=a number=1 flag=true",
                "demoTask.noParams() | noParams",
                "demoTask.sleep(1) | millis=1",
                "demoTask.progress(2, 1) | steps=2 millisEach=1",
            })
    void each_method_logs_its_arguments(String target, String logged) throws Exception {
        assertThat(Calls.run(registry, target))
                .anySatisfy(line -> assertThat(line).contains(logged));
    }

    @Test
    void fail_fails_with_its_message_after_logging_it() {
        RecordingContext context = new RecordingContext();

        assertThatThrownBy(() -> new DemoTask().fail("broken", context)).hasMessage("broken");
        assertThat(context.lines).singleElement().asString().contains("message=broken");
    }

    @Test
    void progress_reports_each_step() throws Exception {
        RecordingContext context = new RecordingContext();

        new DemoTask().progress(4, 0, context);

        assertThat(context.reports)
                .containsExactly("25 step 1 of 4", "50 step 2 of 4", "75 step 3 of 4", "100 step 4 of 4", "100 done");
    }

    @Test
    void sleep_obeys_an_interrupt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new DemoTask().sleep(60_000, new RecordingContext()))
                .isInstanceOf(InterruptedException.class);
    }
}
