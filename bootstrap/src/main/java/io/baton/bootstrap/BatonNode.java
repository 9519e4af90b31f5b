package io.baton.bootstrap;

import io.baton.application.core.Desk;
import io.baton.application.office.Office;
import io.baton.bootstrap.node.Alterations;
import io.baton.bootstrap.node.ForcedEnd;
import io.baton.bootstrap.node.NodeAssembly;
import io.baton.bootstrap.node.RunningNode;
import io.baton.bootstrap.settings.Host;
import io.baton.bootstrap.settings.Mistake;
import io.baton.bootstrap.settings.NodeSettings;
import io.baton.bootstrap.settings.SettingsInput;
import io.baton.bootstrap.settings.SettingsLoader;
import io.baton.bootstrap.tasks.TargetRegistry;
import io.baton.bootstrap.tasks.TargetRegistryBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A node inside one's own program, beside a Spring context or plain objects.
 *
 * <pre>{@code
 * try (BatonNode node = BatonNode.builder().spring(context).set("baton.http.port", "0").start()) { … }
 * }</pre>
 *
 * <p>The program {@code baton-node.jar} uses the same door.
 */
public final class BatonNode implements AutoCloseable {
    private final RunningNode node;

    private BatonNode(RunningNode node) {
        this.node = node;
    }

    public static Builder builder() {
        return new Builder();
    }

    public String id() {
        return node.id();
    }

    /** The port at which its HTTP answers. */
    public int httpPort() {
        return node.httpPort();
    }

    /** What people and programs may do, each with who asks and an entry in the audit, without HTTP. */
    public Office office() {
        return node.office();
    }

    /** What operators may do and see, without HTTP. */
    public Desk desk() {
        return node.desk();
    }

    /**
     * Ends the node like {@link #close}, but without further waiting once somebody insists.
     *
     * @param insisted asked again and again while running tasks have their time
     */
    public void close(BooleanSupplier insisted) {
        node.end(insisted);
    }

    /** Ends the node: queued work goes to other nodes, running tasks get {@code baton.node.drain-timeout} to finish. */
    @Override
    public void close() {
        node.end(() -> false);
    }

    /** Gathers what a node needs. Not safe for several threads at once. */
    public static final class Builder {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, Object> tasks = new LinkedHashMap<>();
        private Optional<ConfigurableApplicationContext> context = Optional.empty();
        private Consumer<ForcedEnd> onForcedEnd = why -> {};
        private BooleanSupplier unwanted = () -> false;
        private Alterations alterations = Alterations.NONE;

        private Builder() {}

        /**
         * Sets a setting by its name, such as {@code baton.db.url}, or a secret, such as {@code BATON_API_TOKEN}; the
         * process's environment and properties are not read.
         */
        public Builder set(String name, String value) {
            values.put(name, value);
            return this;
        }

        /** Offers the marked methods of an object as targets {@code name.method}. */
        public Builder task(String name, Object task) {
            tasks.put(name, task);
            return this;
        }

        /** Offers the marked methods of a context's beans as targets {@code beanName.method}. The context must be refreshed. */
        public Builder spring(ConfigurableApplicationContext refreshed) {
            context = Optional.of(refreshed);
            return this;
        }

        /**
         * Called if the node must end, with the reason, once; close it then, in another thread than the one that calls, or
         * halt the process. After {@link ForcedEnd#JVM_ERROR} it sends no heartbeats: others take over its work
         * after the heartbeat timeout even if it is not closed.
         */
        public Builder onForcedEnd(Consumer<ForcedEnd> callback) {
            onForcedEnd = callback;
            return this;
        }

        /** Asked again and again while the start waits for servers or for the node's id: once true, the start fails. */
        public Builder giveUpWhen(BooleanSupplier noLongerWanted) {
            unwanted = noLongerWanted;
            return this;
        }

        /** Changes the node's clock and ports, to see what it does under faults. */
        public Builder alter(Alterations changes) {
            alterations = changes;
            return this;
        }

        /**
         * Starts the node.
         *
         * @throws IllegalArgumentException if a setting is wrong; one line a mistake
         * @throws io.baton.domain.port.StoreUnavailableException if a server cannot be used or the port is taken
         */
        public BatonNode start() {
            List<String> lines = new ArrayList<>();
            Optional<NodeSettings> settings = new SettingsLoader(Host.current(System.getenv()))
                    .load(SettingsInput.of(values))
                    .fold(Optional::of, mistakes -> {
                        lines.addAll(mistakes.stream().map(Mistake::line).toList());
                        return Optional.empty();
                    });
            return start(settings.orElseThrow(
                    () -> new IllegalArgumentException(lines.stream().collect(Collectors.joining("\n")))));
        }

        /** Starts it with settings that were read elsewhere, as the program does from its command line. */
        public BatonNode start(NodeSettings settings) {
            TargetRegistryBuilder gathering =
                    TargetRegistry.builder().settings(settings.work().tasks());
            tasks.forEach(gathering::object);
            context.ifPresent(gathering::beans);
            TargetRegistry registry = gathering.build();
            try {
                return new BatonNode(
                        new NodeAssembly(settings, new NodeAssembly.Targets(registry, registry), alterations)
                                .start(onForcedEnd, unwanted));
            } catch (RuntimeException | Error e) {
                registry.close();
                throw e;
            }
        }
    }
}
