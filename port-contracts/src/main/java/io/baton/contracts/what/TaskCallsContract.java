package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.domain.port.TaskInvoker;
import io.baton.domain.port.TaskInvoker.Code;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code TaskInvoker}: which arguments fit (I2) and who is called (I3), by the methods of {@link SampleTasks}. */
public abstract class TaskCallsContract extends TaskInvokerContract {
    /** The bean of which there is one. */
    protected static final String SHARED = "shared";
    /** The bean that its container makes whenever it is asked for it. */
    protected static final String FRESH = "fresh";

    private static final String CLASS = SampleTasks.class.getName();

    /** An invoker of {@link SampleTasks}: as the beans {@link #SHARED} and {@link #FRESH}, and as a class by its name. */
    @Override
    protected abstract TaskInvoker invoker();

    private Code code(String target) {
        return resolved(target)
                .code()
                .orElseThrow(() -> new AssertionError(resolved(target).refusal()));
    }

    private static List<String> run(Code code) throws Exception {
        RecordingContext context = new RecordingContext();
        code.run(context);
        return context.lines;
    }

    @Test
    void I1_methods_without_the_mark_are_no_entries() {
        for (String bean : List.of(SHARED, FRESH, CLASS)) {
            leadsNowhere(bean + ".unmarked");
            leadsNowhere(bean + ".unmarked()");
        }
    }

    @Test
    void I2_each_argument_comes_to_its_parameter_as_it_was_written() throws Exception {
        assertThat(run(code("shared.all('a \"b\" 语', -2147483648, 9223372036854775807L, -3.5D, true)")))
                .containsExactly("a \"b\" 语 -2147483648 9223372036854775807 -3.5 true");
        assertThat(run(code(CLASS + ".all('', 0, 0L, 0D, false)"))).containsExactly(" 0 0 0.0 false");
    }

    @Test
    void I2_an_int_literal_fits_a_long_parameter_if_no_overload_takes_an_int() throws Exception {
        assertThat(run(code("shared.wide(7)"))).containsExactly("long 7");
        assertThat(run(code("shared.wide(7L)"))).containsExactly("long 7");
        assertThat(run(code("shared.either(7)"))).containsExactly("int 7");
        assertThat(run(code("shared.either(7L)"))).containsExactly("long 7");
    }

    @Test
    void I2_anything_else_is_refused_and_told_by_name() {
        for (String call : List.of(
                "narrow(7L)",
                "narrow(7D)",
                "narrow('7')",
                "narrow(true)",
                "narrow",
                "narrow()",
                "narrow(1, 2)",
                "wide(7D)",
                "wide('7')",
                "either(7D)",
                "either(false)",
                "count(1)",
                "all('a', 1, 2, 3, true)",
                "all(1, 'a', 2L, 3D, true)")) {
            leadsNowhere("shared." + call);
            assertThat(resolved("shared." + call).refusal())
                    .as(call)
                    .contains("shared." + call.replaceFirst("\\(.*", ""))
                    .doesNotContain("\n");
        }
    }

    @Test
    void I3_a_bean_is_called_as_its_container_scopes_it() throws Exception {
        Code shared = code("shared.count");
        Code fresh = code("fresh.count");

        assertThat(run(shared)).containsExactly("call 1");
        assertThat(run(shared)).containsExactly("call 2");
        assertThat(run(code("shared.count()"))).containsExactly("call 3");
        assertThat(run(fresh)).containsExactly("call 1");
        assertThat(run(fresh)).containsExactly("call 1");
    }

    @Test
    void I3_of_a_class_each_run_gets_an_instance_of_its_own() throws Exception {
        Code code = code(CLASS + ".count");

        assertThat(run(code)).containsExactly("call 1");
        assertThat(run(code)).containsExactly("call 1");
        assertThat(run(code(CLASS + ".count"))).containsExactly("call 1");
    }

    @Test
    void what_a_method_throws_comes_out_as_it_was_thrown() {
        for (String bean : List.of(SHARED, FRESH, CLASS)) {
            Code code = code(bean + ".fail('no paper')");
            assertThatThrownBy(() -> run(code))
                    .as(bean)
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("no paper")
                    .hasNoCause();
        }
    }
}
