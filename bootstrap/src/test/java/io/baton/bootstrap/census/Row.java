package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is tested of a setting.
 *
 * @param wrong a value that is not legal; empty if any text is legal
 * @param check shows that the setting changes what the node does
 */
record Row(Optional<String> wrong, Check check) {

    @FunctionalInterface
    interface Check {
        void honoured(Bench bench) throws Exception;
    }

    static Row of(String wrong, Check check) {
        return new Row(Optional.of(wrong), check);
    }

    static Row anyText(Check check) {
        return new Row(Optional.empty(), check);
    }

    /** Shown by a test that needs a process of its own, and that is run without a condition. */
    static Row elsewhere(String wrong, String test, String method) {
        return of(wrong, bench -> {
            Class<?> type = Class.forName("io.baton.bootstrap." + test);
            assertThat(annotations(type)).noneMatch(Row::mayKeepFromRunning);
            assertThat(Arrays.stream(type.getDeclaredMethods())
                            .filter(m -> m.getName().equals(method)))
                    .singleElement()
                    .satisfies(m -> assertThat(annotations(m))
                            .contains("org.junit.jupiter.api.Test")
                            .noneMatch(Row::mayKeepFromRunning));
        });
    }

    private static List<String> annotations(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(a -> a.annotationType().getName())
                .toList();
    }

    private static boolean mayKeepFromRunning(String annotation) {
        return annotation.endsWith(".Disabled") || annotation.startsWith("org.junit.jupiter.api.condition.");
    }
}
