package io.baton.bootstrap.tasks;

import io.baton.bootstrap.text.NearestName;
import io.baton.bootstrap.text.PrintableText;
import io.baton.domain.port.TaskInvoker;
import io.baton.domain.target.InvocationTarget;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The closed registry: names and methods that were found at start. Resolving looks a name up in a map and does nothing
 * else; no class is loaded and no container is asked.
 */
public final class TargetRegistry implements TaskInvoker, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TargetRegistry.class);
    private static final int LONGEST_SHOWN = 200;

    private final SortedMap<String, Overloads> byName;
    private final List<String> notices;
    private final List<AutoCloseable> resources;

    TargetRegistry(Map<String, Overloads> byName, List<String> notices, List<AutoCloseable> resources) {
        this.byName = new TreeMap<>(byName);
        this.notices = List.copyOf(notices);
        this.resources = List.copyOf(resources);
    }

    /** Begins an empty registry. */
    public static TargetRegistryBuilder builder() {
        return new TargetRegistryBuilder();
    }

    /** {@code bean.method} of every target. */
    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    /** What was found and could not be entered, or was allowed and not found: one sentence each. They are in the log, too. */
    public List<String> notices() {
        return notices;
    }

    @Override
    public List<TargetEntry> targets() {
        return byName.values().stream()
                .flatMap(overloads -> overloads.methods().stream())
                .map(TaskMethod::entry)
                .toList();
    }

    @Override
    public Resolution resolve(InvocationTarget target) {
        Overloads overloads = byName.get(target.name());
        return overloads == null ? Resolution.refused(unknown(target.name())) : overloads.resolve(target.arguments());
    }

    private String unknown(String name) {
        String shown = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
        return "unknown target '" + PrintableText.of(shown) + "'"
                + (byName.isEmpty() ? "; this node has no targets" : NearestName.question(name, byName.keySet()));
    }

    /** Closes the containers and class loaders that the registry opened; no task may run any more. */
    @Override
    public void close() {
        for (int i = resources.size() - 1; i >= 0; i--) {
            try {
                resources.get(i).close();
            } catch (Exception failure) {
                LOG.warn("tasks: {} did not close", resources.get(i), failure);
            }
        }
    }
}
