package io.baton.resilience.cluster;

import io.baton.resilience.faulty.FaultyNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;

/** Nodes of one cluster, each a JVM that runs the built jar as a rule, over servers of their own. */
public final class Cluster implements AutoCloseable {
    /** Small JVMs that are up early: there are several of them on few processors. */
    private static final List<String> SMALL = small("256m");

    private static final String TASKS_DIR = "--baton.tasks.dir=";

    private final Servers servers;
    private final Path folder;
    private final List<String> settings;
    private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();
    private final Journal journal;
    private final Function<String, Addresses> addresses;
    private List<String> jvm = SMALL;
    /** What is wrong about all nodes; if nothing is, they run the built jar. */
    private Map<String, String> faulty = Map.of();

    /** Where a node finds its servers: directly, or through a proxy of its own. */
    public record Addresses(String redisUri, String jdbcUrl) {}

    /**
     * @param folder for logs, the tasks' jar and the journal
     * @param settings of every node, {@code --name=value}
     */
    public Cluster(Servers servers, Path folder, List<String> settings) {
        this(servers, folder, settings, id -> new Addresses(servers.redisUri(), servers.jdbcUrl()));
    }

    /** @param addresses what each node is told, by its id */
    public Cluster(Servers servers, Path folder, List<String> settings, Function<String, Addresses> addresses) {
        this.servers = servers;
        this.addresses = addresses;
        this.folder = folder.toAbsolutePath();
        this.settings = List.copyOf(settings);
        this.journal = new Journal(this.folder.resolve("journal"));
        try {
            TrafficJar.writeInto(this.folder.resolve("tasks"));
        } catch (IOException e) {
            throw new UncheckedIOException("the tasks of the scene cannot be packed", e);
        }
    }

    /** Flags of a small JVM that is up early. @param heap its most */
    public static List<String> small(String heap) {
        return List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    /** Gives the nodes that are started from now on other flags of the JVM. */
    public Cluster jvm(List<String> flags) {
        jvm = List.copyOf(flags);
        return this;
    }

    /** Has something wrong about all nodes that are started from now on. @param properties of {@link FaultyNode} */
    public void allFaulty(Map<String, String> properties) {
        faulty = Map.copyOf(properties);
    }

    /** Starts a node without waiting for it; one that ran under that id before must have ended. */
    public NodeProcess start(String id, String... more) {
        List<String> program = faulty.isEmpty() ? List.of("-jar", NodeJar.path().toString()) : faultyProgram(faulty);
        return start(id, program, List.of(more));
    }

    /** Starts a node of the earlier version. @throws NoSuchElementException if there is no jar of it */
    public NodeProcess startEarlier(String id) {
        return start(id, List.of("-jar", NodeJar.earlier().orElseThrow().toString()), List.of());
    }

    /** Starts a node that has no task classes: it fires and claims, and runs nothing. */
    public NodeProcess startWithoutTasks(String id) {
        return start(id, TASKS_DIR + folder.resolve("no-tasks"));
    }

    /** Starts a node with something more wrong about it than about all. @param properties of {@link FaultyNode} */
    public NodeProcess startFaulty(String id, Map<String, String> properties) {
        Map<String, String> all = new LinkedHashMap<>(faulty);
        all.putAll(properties);
        return start(id, faultyProgram(all), List.of());
    }

    private static List<String> faultyProgram(Map<String, String> properties) {
        List<String> program = new ArrayList<>();
        properties.forEach((name, value) -> program.add("-D" + name + "=" + value));
        program.addAll(List.of("-cp", ClassPath.ofThisProgram(), FaultyNode.class.getName()));
        return program;
    }

    /** Starts a node whose every written line fails for want of space. Its log cannot be read, nor can it be awaited. */
    public NodeProcess startOnFullDisk(String id) {
        return start(id, List.of("-jar", NodeJar.path().toString()), List.of(), Path.of("/dev/full"));
    }

    private NodeProcess start(String id, List<String> program, List<String> more) {
        return start(id, program, more, folder.resolve(id + ".log"));
    }

    private NodeProcess start(String id, List<String> program, List<String> more, Path log) {
        NodeProcess node = NodeProcess.start(
                id,
                command(id, program, more),
                log,
                folder,
                Map.of(
                        "BATON_API_TOKEN",
                        NodeApi.TOKEN,
                        "TRAFFIC_JOURNAL",
                        journal.file().toString()));
        nodes.put(id, node);
        return node;
    }

    /** Starts nodes {@code node-1} … and waits until all are ready. */
    public void startAll(int count, String... more) {
        for (int n = 1; n <= count; n++) {
            start("node-" + n, more);
        }
        nodes.values().forEach(NodeProcess::awaitReady);
    }

    private List<String> command(String id, List<String> program, List<String> more) {
        Addresses where = addresses.apply(id);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(program);
        command.addAll(List.of(
                "--baton.node.id=" + id,
                "--baton.redis.uri=" + where.redisUri(),
                "--baton.db.url=" + where.jdbcUrl(),
                "--baton.db.user=" + servers.mariaDb().user(),
                "--baton.http.port=0"));
        if (more.stream().noneMatch(setting -> setting.startsWith(TASKS_DIR))) {
            command.add(TASKS_DIR + folder.resolve("tasks"));
        }
        command.addAll(settings);
        command.addAll(more);
        if (!servers.mariaDb().password().isEmpty()) {
            command.add("--baton.db.password=" + servers.mariaDb().password());
        }
        return command;
    }

    public NodeProcess node(String id) {
        NodeProcess node = nodes.get(id);
        if (node == null) {
            throw new NoSuchElementException("no node " + id + " was started");
        }
        return node;
    }

    /** The nodes whose processes run. */
    public List<NodeProcess> living() {
        return nodes.values().stream().filter(NodeProcess::alive).toList();
    }

    /** Starts again, under the same names and without waiting, those of the first nodes that have ended. */
    public void restartEnded(int count) {
        for (int n = 1; n <= count; n++) {
            String id = "node-" + n;
            if (!node(id).alive()) {
                start(id);
            }
        }
    }

    /** The door of any living node that has one. */
    public NodeApi api() {
        return living().stream()
                .filter(node -> node.address().isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no node is ready"))
                .api();
    }

    /** The id of the node that holds the master role, as the asked node sees it; empty text if none does. */
    public String master(NodeApi asked) {
        for (var node : asked.get("/nodes").get("nodes")) {
            if (node.get("master").asBoolean()) {
                return node.get("id").asText();
            }
        }
        return "";
    }

    public Journal journal() {
        return journal;
    }

    public Servers servers() {
        return servers;
    }

    public LedgerTable ledger() {
        return new LedgerTable(database());
    }

    public DefinitionTable definitions() {
        return new DefinitionTable(database());
    }

    /** What the database holds now. */
    public Backup backup() {
        return Backup.of(database());
    }

    private String database() {
        return servers.jdbcUrl() + "?user=" + servers.mariaDb().user() + "&password="
                + servers.mariaDb().password();
    }

    /** What all nodes of all times logged. */
    public String logs() {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log :
                    files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
                all.append("--- ").append(log.getFileName()).append('\n').append(Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    @Override
    public void close() {
        nodes.values().forEach(NodeProcess::close);
        servers.close();
    }
}
