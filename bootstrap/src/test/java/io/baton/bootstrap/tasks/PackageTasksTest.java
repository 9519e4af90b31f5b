package io.baton.bootstrap.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.settings.TaskSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageTasksTest {
    private static final String FIXTURE = "io.baton.bootstrap.tasks.fixture";

    @Test
    void of_a_plain_class_each_run_gets_an_instance_of_its_own() throws Exception {
        try (TargetRegistry registry = registry(List.of(FIXTURE), List.of())) {
            assertThat(Calls.run(registry, FIXTURE + ".PlainTask.count")).containsExactly("calls=1");
            assertThat(Calls.run(registry, FIXTURE + ".PlainTask.count")).containsExactly("calls=1");
        }
    }

    @Test
    void a_class_may_have_its_tasks_from_the_class_that_it_extends() throws Exception {
        try (TargetRegistry registry = registry(List.of(FIXTURE), List.of())) {
            assertThat(Calls.run(registry, FIXTURE + ".InheritingTask.count")).containsExactly("calls=1");
        }
    }

    @Test
    void a_component_is_a_bean_by_its_bean_name_and_scope() throws Exception {
        try (TargetRegistry registry = registry(List.of(FIXTURE), List.of())) {
            assertThat(Calls.run(registry, "componentTask.count")).containsExactly("calls=1");
            assertThat(Calls.run(registry, "componentTask.count")).containsExactly("calls=2");
            assertThat(Calls.run(registry, "fresh.count")).containsExactly("calls=1");
            assertThat(Calls.run(registry, "fresh.count")).containsExactly("calls=1");
            assertThat(registry.names()).doesNotContain(FIXTURE + ".ComponentTask.count");
        }
    }

    @Test
    void a_class_that_cannot_be_made_is_noticed() {
        try (TargetRegistry registry = registry(List.of(FIXTURE), List.of())) {
            assertThat(registry.notices())
                    .singleElement()
                    .asString()
                    .contains("NoConstructorTask", "no public constructor");
        }
    }

    @Test
    void classes_without_tasks_are_not_initialised() {
        try (TargetRegistry registry = registry(List.of(FIXTURE), List.of())) {
            assertThat(registry.names()).isNotEmpty();
            assertThat(System.getProperty("baton.test.bomb")).isNull();
        }
    }

    @Test
    void a_package_that_is_not_there_is_noticed() {
        try (TargetRegistry registry = registry(List.of("com.nowhere"), List.of())) {
            assertThat(registry.notices())
                    .singleElement()
                    .asString()
                    .contains("there is no class in package 'com.nowhere'");
        }
    }

    @Test
    void an_allowed_name_brings_every_overload_of_that_name_and_nothing_else() throws Exception {
        String name = FIXTURE + ".PlainTask.unmarked";

        try (TargetRegistry registry = registry(List.of(), List.of(name))) {
            assertThat(Calls.run(registry, name + "('a')")).containsExactly("unmarked a");
            assertThat(Calls.run(registry, name + "(1)")).containsExactly("unmarked 1");
            assertThat(registry.names())
                    .contains(name)
                    .allSatisfy(found -> assertThat(found).startsWith(FIXTURE + ".PlainTask."));
        }
    }

    @Test
    void an_allowed_name_that_is_not_there_is_noticed_in_plain_words() {
        List<String> allow = List.of("componentTask.cuont", "java.lang.Runtime.exec", "com.nowhere.Task.run");

        try (TargetRegistry registry = registry(List.of(FIXTURE), allow)) {
            assertThat(registry.notices())
                    .contains(
                            "baton.tasks.allow: 'componentTask.cuont' is not there, or cannot be called by a target string;"
                                    + " did you mean 'componentTask.count'?")
                    .anySatisfy(notice -> assertThat(notice).contains("'java.lang.Runtime.exec' is not there"))
                    .anySatisfy(notice -> assertThat(notice).contains("'com.nowhere.Task.run' is not there"));
            assertThat(registry.names()).noneMatch(name -> name.startsWith("java."));
        }
    }

    private static TargetRegistry registry(List<String> packages, List<String> allow) {
        return TargetRegistry.builder()
                .settings(new TaskSettings(Path.of("no-such-folder"), packages, allow, false))
                .build();
    }
}
