package io.baton.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AttackStringsTest {
    @Test
    void the_corpus_holds_each_string_once() {
        assertThat(AttackStrings.all())
                .hasSizeGreaterThan(110)
                .doesNotHaveDuplicates()
                .anyMatch(text -> text.contains("\0"))
                .anyMatch(text -> text.contains("\n"));
    }

    @Test
    void a_class_that_is_asked_for_is_noted_and_the_thread_gets_its_loader_back() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        List<String> asked = AskedClasses.during(
                () -> Thread.currentThread().getContextClassLoader().loadClass("java.lang.Runtime"));

        assertThat(asked).containsExactly("java.lang.Runtime");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThat(AskedClasses.during(() -> {})).isEmpty();
    }
}
