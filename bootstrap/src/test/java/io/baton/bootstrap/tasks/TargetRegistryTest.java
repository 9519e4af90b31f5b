package io.baton.bootstrap.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.domain.port.TaskInvoker.TargetEntry;
import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRegistryTest {
    private final TargetRegistry registry =
            TargetRegistry.builder().object("t", new Tasks()).build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t.all('a', 1, 2L, 3.5D, true) | a 1 2 3.5 true",
                "t.boxes('a', 1, 2L, 3.5D, false) | boxes a 1 2 3.5 false",
                "t.boxes(\"你好\", -1, -2L, -3D, true) | boxes 你好 -1 -2 -3.0 true",
                "t.wide(7) | long 7",
                "t.wide(7L) | long 7",
                "t.wideBox(7) | Long 7",
                "t.exact(7) | int 7",
                "t.exact(7L) | long 7",
                "t.preferPrimitive(7) | int 7",
                "t.preferContext('x') | with context x",
                "t.contextInTheMiddle('x', 1) | x 1 A.b@0",
                "t.nothing | nothing",
                "t.nothing() | nothing",
                "t.fewestWidenings(1, 2L) | int long 1 2",
            })
    void arguments_find_their_overload(String target, String logged) throws Exception {
        assertThat(Calls.run(registry, target)).containsExactly(logged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t.nothing(1) | t.nothing does not take (int); it takes ()",
                "t.wide('7') | t.wide does not take (String); it takes (long)",
                "t.wide(7D) | t.wide does not take (double); it takes (long)",
                "t.exact(true) | t.exact does not take (boolean); it takes (int) or (long)",
                "t.onlyInt(7L) | t.onlyInt does not take (long); it takes (int)",
                "t.onlyDouble(7) | t.onlyDouble does not take (int); it takes (double)",
                "t.ambiguous(1, 2) | is ambiguous",
                "t.noting | unknown target 't.noting'; did you mean 't.nothing'?",
                "u.nothing | unknown target 'u.nothing'; did you mean 't.nothing'?",
            })
    void what_does_not_fit_is_refused_with_what_would(String target, String refusal) {
        assertThat(Calls.refusal(registry, target)).contains(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"t.unmarked", "t.hidden", "t.hashCode", "t.getClass", "t.toString", "t.wait(1)", "t.notify"})
    void methods_without_the_mark_cannot_be_named(String target) {
        assertThat(Calls.refusal(registry, target)).startsWith("unknown target '");
    }

    @Test
    void what_a_method_throws_comes_out_as_it_was_thrown() {
        assertThatThrownBy(() -> Calls.run(registry, "t.checked"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no");
        assertThatThrownBy(() -> Calls.run(registry, "t.error")).isExactlyInstanceOf(StackOverflowError.class);
    }

    @Test
    void marked_methods_that_no_string_could_call_are_noticed_in_plain_words() {
        assertThat(registry.notices())
                .anySatisfy(notice -> assertThat(notice).contains("hidden", "it is not public"))
                .anySatisfy(notice -> assertThat(notice).contains("t.unfit", "java.util.List"))
                .anySatisfy(notice -> assertThat(notice).contains("t.twoContexts", "more than one TaskContext"))
                .anySatisfy(notice -> assertThat(notice).contains("t.async", "the run would end before the work does"));
        assertThat(registry.names()).doesNotContain("t.unfit", "t.twoContexts", "t.async");
    }

    @Test
    void targets_tell_name_parameters_and_description_sorted_by_name() {
        assertThat(registry.targets())
                .contains(new TargetEntry("t.contextInTheMiddle", List.of("String", "int"), "told"))
                .isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
    }

    @Test
    void an_empty_registry_says_so() {
        assertThat(Calls.refusal(TargetRegistry.builder().build(), "a.b"))
                .isEqualTo("unknown target 'a.b'; this node has no targets");
    }

    @Test
    void a_name_that_no_target_string_can_spell_is_left_out_with_a_notice() {
        try (TargetRegistry odd =
                TargetRegistry.builder().object("a b", new Tasks()).build()) {
            assertThat(odd.names()).isEmpty();
            assertThat(odd.notices()).anySatisfy(notice -> assertThat(notice).contains("no target string can name it"));
        }
    }

    @Test
    void the_class_loader_of_the_thread_is_the_tasks_own_during_the_call_and_restored_after_it() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(null);
        try {
            assertThat(Calls.run(registry, "t.loader")).containsExactly("same");
            assertThat(Thread.currentThread().getContextClassLoader()).isNull();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Overloads of every sort. */
    @SuppressWarnings("DoNotCallSuggester")
    public static final class Tasks {
        @TaskTarget
        public void all(String s, int i, long l, double d, boolean b, TaskContext context) {
            context.log(s + " " + i + " " + l + " " + d + " " + b);
        }

        @TaskTarget
        public void boxes(TaskContext context, String s, Integer i, Long l, Double d, Boolean b) {
            context.log("boxes " + s + " " + i + " " + l + " " + d + " " + b);
        }

        @TaskTarget
        public void wide(long l, TaskContext context) {
            context.log("long " + l);
        }

        @TaskTarget
        public void wideBox(Long l, TaskContext context) {
            context.log("Long " + l);
        }

        @TaskTarget
        public void exact(int i, TaskContext context) {
            context.log("int " + i);
        }

        @TaskTarget
        public void exact(long l, TaskContext context) {
            context.log("long " + l);
        }

        @TaskTarget
        public void preferPrimitive(Integer i, TaskContext context) {
            context.log("Integer " + i);
        }

        @TaskTarget
        public void preferPrimitive(int i, TaskContext context) {
            context.log("int " + i);
        }

        @TaskTarget
        public void preferContext(String s) {
            throw new AssertionError(s);
        }

        @TaskTarget
        public void preferContext(String s, TaskContext context) {
            context.log("with context " + s);
        }

        @TaskTarget("told")
        public void contextInTheMiddle(String s, TaskContext context, int i) {
            context.log(s + " " + i + " " + context.taskId());
        }

        @TaskTarget
        public String nothing(TaskContext context) {
            context.log("nothing");
            return "ignored";
        }

        @TaskTarget
        public void fewestWidenings(int a, long b, TaskContext context) {
            context.log("int long " + a + " " + b);
        }

        @TaskTarget
        public void fewestWidenings(long a, long b, TaskContext context) {
            context.log("long long " + a + " " + b);
        }

        @TaskTarget
        public void ambiguous(int a, long b) {}

        @TaskTarget
        public void ambiguous(long a, int b) {}

        @TaskTarget
        public void onlyInt(int i) {}

        @TaskTarget
        public void onlyDouble(double d) {}

        @TaskTarget
        public void checked() throws IOException {
            throw new IOException("no");
        }

        @TaskTarget
        public void error() {
            throw new StackOverflowError();
        }

        @TaskTarget
        public void loader(TaskContext context) {
            ClassLoader own = Tasks.class.getClassLoader();
            context.log(Thread.currentThread().getContextClassLoader() == own ? "same" : "other");
        }

        @TaskTarget
        public void unfit(List<String> list) {}

        @TaskTarget
        public void twoContexts(TaskContext one, TaskContext two) {}

        @TaskTarget
        public Future<String> async() {
            return CompletableFuture.completedFuture("x");
        }

        @TaskTarget
        void hidden() {}

        public void unmarked() {}
    }
}
