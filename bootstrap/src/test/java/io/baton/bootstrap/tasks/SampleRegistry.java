package io.baton.bootstrap.tasks;

import io.baton.bootstrap.settings.TaskSettings;
import io.baton.contracts.what.SampleTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The real registry over the tasks of the contract, with the container that has them as beans. */
public final class SampleRegistry implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final TargetRegistry registry;

    /**
     * @param shared the name of the bean of which there is one
     * @param fresh the name of the bean that is made whenever it is asked for
     */
    public SampleRegistry(String shared, String fresh) {
        Supplier<SampleTasks> made = SampleTasks::new;
        context.registerBean(shared, SampleTasks.class, made);
        context.registerBean(fresh, SampleTasks.class, made, bean -> bean.setScope(BeanDefinition.SCOPE_PROTOTYPE));
        context.refresh();
        TaskSettings settings = new TaskSettings(
                Path.of("no-such-folder"), List.of(SampleTasks.class.getPackageName()), List.of(), false);
        registry = TargetRegistry.builder().beans(context).settings(settings).build();
    }

    public TargetRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        registry.close();
        context.close();
    }
}
