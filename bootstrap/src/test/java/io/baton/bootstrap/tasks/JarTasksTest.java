package io.baton.bootstrap.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.settings.TaskSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarTasksTest {
    private static final String HEAD = "package %s; import io.baton.task.*; ";

    @TempDir
    private Path folder;

    @Test
    void marked_methods_of_a_jar_are_targets_by_class_name() throws Exception {
        jar(
                "a.jar",
                "acme.Report",
                "public class Report { @TaskTarget(\"Builds\") public void build(String s, TaskContext c)"
                        + " { c.log(s + ' ' + (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader())); } }");

        try (TargetRegistry registry = registry()) {
            assertThat(Calls.run(registry, "acme.Report.build('x')")).containsExactly("x true");
            assertThat(registry.notices()).isEmpty();
        }
    }

    @Test
    void components_of_a_jar_are_beans_and_get_their_collaborators() throws Exception {
        new TestJar(folder.resolve("w"))
                .source(
                        "acme.Greeter",
                        HEAD.formatted("acme") + "@org.springframework.stereotype.Component"
                                + " public class Greeter { private final Words words; public Greeter(Words words) { this.words = words; }"
                                + " @TaskTarget public void greet(TaskContext c) { c.log(words.hello()); } }")
                .source(
                        "acme.Words",
                        "package acme; @org.springframework.stereotype.Service public class Words {"
                                + " String hello() { return \"hello\"; } }")
                .pack(folder.resolve("tasks/b.jar"), "");

        try (TargetRegistry registry = registry()) {
            assertThat(Calls.run(registry, "greeter.greet")).containsExactly("hello");
            assertThat(registry.names()).containsExactly("greeter.greet");
        }
    }

    @Test
    void each_jar_has_its_own_version_of_a_class_and_lib_is_seen_by_all() throws Exception {
        Path library = new TestJar(folder.resolve("l"))
                .source(
                        "lib.Shared",
                        "package lib; public class Shared { public static String name() { return \"lib\"; } }")
                .pack(folder.resolve("tasks/lib/shared.jar"), "");
        for (String name : List.of("one", "two")) {
            new TestJar(folder.resolve(name))
                    .with(library)
                    .source(
                            "acme.Inner",
                            "package acme; public class Inner { public static String name() { return \"" + name
                                    + "\"; } }")
                    .source(
                            name + ".Task",
                            HEAD.formatted(name) + "public class Task { @TaskTarget public void run(TaskContext c)"
                                    + " { c.log(acme.Inner.name() + ' ' + lib.Shared.name()); } }")
                    .pack(folder.resolve("tasks/" + name + ".jar"), "");
        }

        try (TargetRegistry registry = registry()) {
            assertThat(Calls.run(registry, "one.Task.run")).containsExactly("one lib");
            assertThat(Calls.run(registry, "two.Task.run")).containsExactly("two lib");
        }
    }

    @Test
    void the_nodes_own_classes_are_hidden_from_a_jar() throws Exception {
        jar(
                "a.jar",
                "acme.Spy",
                "public class Spy { @TaskTarget public void look(TaskContext c) { for (String n :"
                        + " new String[] {\"io.baton.bootstrap.Main\", \"com.fasterxml.jackson.databind.ObjectMapper\"}) {"
                        + " try { Class.forName(n); c.log(n); } catch (ClassNotFoundException e) { c.log(\"hidden\"); } } } }");

        try (TargetRegistry registry = registry()) {
            assertThat(Calls.run(registry, "acme.Spy.look")).containsExactly("hidden", "hidden");
        }
    }

    @Test
    void a_broken_jar_or_class_is_noticed_and_harms_no_other() throws Exception {
        jar(
                "good.jar",
                "good.Task",
                "public class Task { @TaskTarget public void run(TaskContext c) { c.log(\"ok\"); } }");
        Files.writeString(folder.resolve("tasks/broken.jar"), "this is no jar");
        new TestJar(folder.resolve("m"))
                .source("lost.Missing", "package lost; public class Missing {}")
                .source(
                        "lost.Task",
                        HEAD.formatted("lost") + "public class Task { @TaskTarget public void run() {}"
                                + " public Missing other() { return null; } }")
                .pack(folder.resolve("tasks/lost.jar"), "Missing");
        new TestJar(folder.resolve("f"))
                .source(
                        "fail.Bean",
                        HEAD.formatted("fail") + "@org.springframework.stereotype.Component public class Bean {"
                                + " public Bean() { throw new IllegalStateException(\"no luck\"); } @TaskTarget public void run() {} }")
                .pack(folder.resolve("tasks/fail.jar"), "");

        try (TargetRegistry registry = registry()) {
            assertThat(Calls.run(registry, "good.Task.run")).containsExactly("ok");
            assertThat(registry.names()).containsExactly("good.Task.run");
            assertThat(registry.notices())
                    .hasSize(3)
                    .anySatisfy(notice -> assertThat(notice).contains("broken.jar is left out"))
                    .anySatisfy(notice -> assertThat(notice).contains("lost.Task", "lost.jar", "Missing"))
                    .anySatisfy(notice -> assertThat(notice).contains("fail.jar", "no luck"));
        }
    }

    @Test
    void of_two_jars_with_the_same_class_the_first_by_name_counts() throws Exception {
        jar("b.jar", "same.Task", "public class Task { @TaskTarget public void run(TaskContext c) { c.log(\"b\"); } }");
        jar("a.jar", "same.Task", "public class Task { @TaskTarget public void run(TaskContext c) { c.log(\"a\"); } }");

        try (TargetRegistry registry = registry()) {
            assertThat(Calls.run(registry, "same.Task.run")).containsExactly("a");
            assertThat(registry.notices())
                    .containsExactly("same.Task.run of b.jar is left out: a.jar has that name already");
        }
    }

    @Test
    void classes_without_tasks_are_not_initialised_and_no_string_reaches_them() throws Exception {
        new TestJar(folder.resolve("w"))
                .source("acme.Task", HEAD.formatted("acme") + "public class Task { @TaskTarget public void run() {} }")
                .source(
                        "acme.Bomb",
                        "package acme; public class Bomb { static { System.setProperty(\"baton.test.jar-bomb\", \"x\"); }"
                                + " public void explode() {} }")
                .pack(folder.resolve("tasks/a.jar"), "");

        try (TargetRegistry registry = registry()) {
            assertThat(Calls.refusal(registry, "acme.Bomb.explode")).startsWith("unknown target");
            assertThat(System.getProperty("baton.test.jar-bomb")).isNull();
        }
    }

    @Test
    void an_allowed_name_is_found_in_a_jar() throws Exception {
        jar(
                "a.jar",
                "acme.Old",
                "public class Old { public void run(String s, TaskContext c) { c.log(s); } public void other() {} }");

        try (TargetRegistry registry = registry("acme.Old.run")) {
            assertThat(Calls.run(registry, "acme.Old.run('x')")).containsExactly("x");
            assertThat(registry.names()).containsExactly("acme.Old.run");
        }
    }

    @Test
    void a_folder_that_is_not_there_has_no_jars() {
        try (TargetRegistry registry = registry()) {
            assertThat(registry.names()).isEmpty();
            assertThat(registry.notices()).isEmpty();
        }
    }

    private void jar(String file, String className, String body) throws Exception {
        int dot = className.lastIndexOf('.');
        new TestJar(folder.resolve("work-" + file))
                .source(className, HEAD.formatted(className.substring(0, dot)) + body)
                .pack(folder.resolve("tasks").resolve(file), "");
    }

    private TargetRegistry registry(String... allow) {
        return TargetRegistry.builder()
                .settings(new TaskSettings(folder.resolve("tasks"), List.of(), List.of(allow), false))
                .build();
    }
}
