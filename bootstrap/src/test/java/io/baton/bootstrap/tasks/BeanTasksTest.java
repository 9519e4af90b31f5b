package io.baton.bootstrap.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.settings.TaskSettings;
import io.baton.bootstrap.tasks.fixture.ComponentTask;
import io.baton.bootstrap.tasks.fixture.PrototypeTask;
import io.baton.task.TaskContext;
import io.baton.task.TaskTarget;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class BeanTasksTest {
    @Test
    void beans_of_the_programs_context_are_called_as_their_scope_says() throws Exception {
        try (var context = new AnnotationConfigApplicationContext(ComponentTask.class, PrototypeTask.class);
                TargetRegistry registry =
                        TargetRegistry.builder().beans(context).build()) {
            assertThat(Calls.run(registry, "componentTask.count")).containsExactly("calls=1");
            assertThat(Calls.run(registry, "componentTask.count")).containsExactly("calls=2");
            assertThat(Calls.run(registry, "fresh.count")).containsExactly("calls=1");
            assertThat(Calls.run(registry, "fresh.count")).containsExactly("calls=1");
        }
    }

    @Test
    void proxies_by_subclass_and_by_interface_are_called_with_their_advice() throws Exception {
        try (var context = new AnnotationConfigApplicationContext(Proxies.class);
                TargetRegistry registry =
                        TargetRegistry.builder().beans(context).build()) {
            assertThat(Calls.run(registry, "bySubclass.work")).containsExactly("advice", "work");
            assertThat(Calls.run(registry, "byInterface.work")).containsExactly("advice", "work");
        }
    }

    @Test
    void components_of_scanned_packages_are_left_to_the_programs_context() {
        TaskSettings settings = new TaskSettings(
                Path.of("no-such-folder"), List.of("io.baton.bootstrap.tasks.fixture"), List.of(), false);

        try (var context = new AnnotationConfigApplicationContext(); ) {
            context.refresh();
            try (TargetRegistry registry =
                    TargetRegistry.builder().beans(context).settings(settings).build()) {
                assertThat(registry.names())
                        .contains("io.baton.bootstrap.tasks.fixture.PlainTask.count")
                        .doesNotContain("componentTask.count");
            }
        }
    }

    @Test
    void beans_of_spring_itself_are_no_targets() {
        try (var context = new AnnotationConfigApplicationContext(ComponentTask.class);
                TargetRegistry registry =
                        TargetRegistry.builder().beans(context).build()) {
            assertThat(registry.names()).containsExactly("componentTask.count");
        }
    }

    @Test
    void a_name_belongs_to_the_first_place_that_has_it() throws Exception {
        try (var context = new AnnotationConfigApplicationContext(ComponentTask.class);
                TargetRegistry registry = TargetRegistry.builder()
                        .object("componentTask", new Mine())
                        .beans(context)
                        .build()) {
            assertThat(Calls.run(registry, "componentTask.count")).containsExactly("mine");
            assertThat(registry.notices()).singleElement().asString().contains("componentTask.count", "is left out");
        }
    }

    /** What both proxies do. */
    public interface Work {
        void work(TaskContext context);
    }

    /** The work behind the proxies. */
    public static class Worker implements Work {
        @Override
        @TaskTarget
        public void work(TaskContext context) {
            context.log("work");
        }
    }

    /** A task of the same name as a bean's. */
    public static final class Mine {
        @TaskTarget
        public void count(TaskContext context) {
            context.log("mine");
        }
    }

    /** Two beans behind proxies. */
    @Configuration
    public static class Proxies {
        @Bean
        public Worker bySubclass() {
            return (Worker) proxy(true);
        }

        @Bean
        public Work byInterface() {
            return (Work) proxy(false);
        }

        private static Object proxy(boolean bySubclass) {
            ProxyFactory factory = new ProxyFactory(new Worker());
            factory.setProxyTargetClass(bySubclass);
            factory.addAdvice(
                    (MethodBeforeAdvice) (method, arguments, target) -> ((TaskContext) arguments[0]).log("advice"));
            return factory.getProxy();
        }
    }
}
