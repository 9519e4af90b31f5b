package io.baton.bootstrap.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Searches all the places where tasks may be. What goes wrong in one place is noticed and harms no other. */
final class TaskSearch {
    private final ClassLoader node;
    private final AllowList allow;
    private final Consumer<String> notices;
    private final MethodFinder methods;
    private final List<AutoCloseable> opened = new ArrayList<>();

    TaskSearch(ClassLoader node, AllowList allow, Consumer<String> notices) {
        this.node = node;
        this.allow = allow;
        this.notices = notices;
        this.methods = new MethodFinder(allow, notices);
    }

    /** Containers and class loaders that the search opened. */
    List<AutoCloseable> opened() {
        return opened;
    }

    List<TaskMethod> inObject(String name, Object task) {
        return methods.find(name, task.getClass(), () -> task, "object '" + name + "'");
    }

    List<TaskMethod> inContext(ConfigurableApplicationContext context) {
        return new BeanTasks(methods, notices).find(context, "the program's Spring context");
    }

    /** @param withComponents whether to make a container for the components found */
    List<TaskMethod> inPackages(List<String> packages, boolean withComponents) {
        ScannedClasses found = packages.isEmpty() ? ScannedClasses.NONE : new PackageScan(node, notices).scan(packages);
        return in(withComponents ? found : found.withoutComponents(), node, PackageScan.ORIGIN);
    }

    List<List<TaskMethod>> inJars(Path directory) {
        List<List<TaskMethod>> found = new ArrayList<>();
        try {
            new JarDirectory(directory).jars().forEach(jar -> found.add(inJar(jar)));
        } catch (IOException unreadable) {
            notices.accept("baton.tasks.dir: '" + directory + "' cannot be read: " + unreadable);
        }
        return found;
    }

    /** The loader lives as long as the registry does, which closes it. */
    private List<TaskMethod> inJar(TaskJar jar) {
        try {
            TaskJarLoader loader = jar.loader(node);
            opened.add(loader);
            return in(jar.scan(loader, notices), loader, jar.origin());
        } catch (IOException | RuntimeException | LinkageError broken) {
            notices.accept(jar.origin() + " is left out: " + broken);
            return List.of();
        }
    }

    private List<TaskMethod> in(ScannedClasses classes, ClassLoader loader, String origin) {
        List<TaskMethod> found = new ArrayList<>();
        if (!classes.components().isEmpty()) {
            found.addAll(inComponents(classes.components(), loader, origin));
        }
        Set<String> names = new LinkedHashSet<>(classes.plain());
        allow.classNames().stream()
                .filter(name -> loader.getResource(name.replace('.', '/') + ".class") != null)
                .forEach(names::add);
        names.forEach(name -> found.addAll(new ClassTasks(methods, notices).find(loader, name, origin)));
        return found;
    }

    private List<TaskMethod> inComponents(List<String> components, ClassLoader loader, String origin) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        try {
            context.setClassLoader(loader);
            for (String name : components) {
                context.register(Class.forName(name, false, loader));
            }
            context.refresh();
            opened.add(context);
            return new BeanTasks(methods, notices).find(context, origin);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError broken) {
            context.close();
            notices.accept("the Spring components of " + origin + " are left out: "
                    + NestedExceptionUtils.getMostSpecificCause(broken));
            return List.of();
        }
    }
}
