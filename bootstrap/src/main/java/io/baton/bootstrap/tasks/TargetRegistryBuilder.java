package io.baton.bootstrap.tasks;

import io.baton.bootstrap.demo.DemoTask;
import io.baton.bootstrap.settings.TaskSettings;
import io.baton.bootstrap.text.NearestName;
import io.baton.bootstrap.text.PrintableText;
import io.baton.domain.target.InvocationTarget;
import io.baton.domain.target.TargetSyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Gathers where tasks are, and makes the registry of what is found there.
 *
 * <p>A name belongs to the first place that has it, in this order: objects, the program's Spring context, packages of the
 * class path, jars by file name. A second place with the same name is left out with a notice.
 */
public final class TargetRegistryBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(TargetRegistry.class);
    private static final String DEMO = "demoTask";

    private final Map<String, Object> objects = new LinkedHashMap<>();
    private Optional<ConfigurableApplicationContext> context = Optional.empty();
    private List<String> packages = List.of();
    private List<String> allow = List.of();
    private Optional<Path> directory = Optional.empty();

    TargetRegistryBuilder() {}

    /** An object whose marked methods are called on this one instance, by several threads at once. */
    public TargetRegistryBuilder object(String name, Object task) {
        if (objects.putIfAbsent(name, task) != null) {
            throw new IllegalArgumentException("there are two task objects named '" + name + "'");
        }
        return this;
    }

    /** Beans with marked methods; then components found in packages are not made a second time. */
    public TargetRegistryBuilder beans(ConfigurableApplicationContext refreshed) {
        context = Optional.of(refreshed);
        return this;
    }

    /** What the node's settings name: folder, packages, allowed names, demo. */
    public TargetRegistryBuilder settings(TaskSettings settings) {
        packages = settings.packages();
        allow = settings.allow();
        directory = Optional.of(settings.directory());
        return settings.demo() ? object(DEMO, new DemoTask()) : this;
    }

    /** Searches all places now. Loads the classes that hold tasks, and makes the Spring components among them. */
    public TargetRegistry build() {
        List<String> notices = new ArrayList<>();
        ClassLoader loader =
                Optional.ofNullable(ClassUtils.getDefaultClassLoader()).orElseGet(ClassLoader::getSystemClassLoader);
        AllowList allowed = new AllowList(allow);
        TaskSearch search = new TaskSearch(loader, allowed, notices::add);

        Map<String, List<TaskMethod>> byName = new TreeMap<>();
        objects.forEach((name, task) -> enter(search.inObject(name, task), byName, notices));
        context.ifPresent(beans -> enter(search.inContext(beans), byName, notices));
        enter(search.inPackages(packages, context.isEmpty()), byName, notices);
        directory.ifPresent(jars -> search.inJars(jars).forEach(found -> enter(found, byName, notices)));
        allowed.missing().forEach(name -> notices.add(missing(name, byName)));

        notices.replaceAll(PrintableText::of);
        notices.forEach(notice -> LOG.warn("tasks: {}", notice));
        return new TargetRegistry(overloads(byName), notices, search.opened());
    }

    private static Map<String, Overloads> overloads(Map<String, List<TaskMethod>> byName) {
        Map<String, Overloads> overloads = new TreeMap<>();
        byName.forEach((name, methods) -> overloads.put(name, new Overloads(name, methods)));
        return overloads;
    }

    /** @param found of one place */
    private static void enter(List<TaskMethod> found, Map<String, List<TaskMethod>> byName, List<String> notices) {
        for (TaskMethod method : found) {
            List<TaskMethod> there = byName.computeIfAbsent(method.name(), name -> new ArrayList<>());
            if (!there.isEmpty() && !there.get(0).origin().equals(method.origin())) {
                notices.add(method.name() + " of " + method.origin() + " is left out: "
                        + there.get(0).origin() + " has that name already");
            } else if (isNameable(method.name())) {
                there.add(method);
            } else {
                byName.remove(method.name());
                notices.add(
                        "'" + method.name() + "' (" + method.origin() + ") is left out: no target string can name it");
            }
        }
    }

    private static boolean isNameable(String name) {
        try {
            return InvocationTarget.parse(name).name().equals(name);
        } catch (TargetSyntaxException noName) {
            return false;
        }
    }

    private static String missing(String name, Map<String, List<TaskMethod>> byName) {
        return "baton.tasks.allow: '" + name + "' is not there, or cannot be called by a target string"
                + NearestName.question(name, byName.keySet());
    }
}
