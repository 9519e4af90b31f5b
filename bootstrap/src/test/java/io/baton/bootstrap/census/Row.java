package io.baton.bootstrap.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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

    /** Shown by a test that needs a process of its own. */
    static Row elsewhere(String wrong, String test, String method) {
        return of(
                wrong,
                bench -> assertThat(Arrays.stream(
                                Class.forName("io.baton.bootstrap." + test).getDeclaredMethods()))
                        .anyMatch(m -> m.getName().equals(method)
                                && Arrays.stream(m.getAnnotations())
                                        .anyMatch(a -> a.annotationType()
                                                .getSimpleName()
                                                .equals("Test"))));
    }
}
