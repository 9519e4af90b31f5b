package io.baton.bootstrap.settings;

import io.baton.bootstrap.tls.Certificates;
import io.baton.bootstrap.tls.ServerKey;
import io.baton.domain.job.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every setting there is, in the order of the manual. The command line, the help and the manual are made from this list. */
public final class KnownSettings {
    private static final String NAME = "[A-Za-z_$][A-Za-z0-9_$-]*";
    /** To be followed by a possessive quantifier: what never goes back needs no stack, however long the text. */
    private static final String DOTTED = NAME + "(\\." + NAME + ")";

    static final Setting<String> CLUSTER = new Setting<>(
            "baton.cluster",
            Group.NODE,
            Kinds.text("[a-z0-9-]{1,32}", "[a-z0-9-]{1,32}"),
            Fallback.of("baton"),
            "The cluster's name, the namespace of all keys.");
    static final Setting<String> NODE_ID = new Setting<>(
            "baton.node.id",
            Group.NODE,
            Kinds.text("[A-Za-z0-9._-]{1,64}", "[A-Za-z0-9._-]{1,64}"),
            Fallback.computed("host name + random word", Host::freshNodeId),
            "The node's name. A second live node with the same name is refused.");
    static final Setting<Labels> NODE_LABELS = new Setting<>(
            "baton.node.labels",
            Group.NODE,
            Kinds.labels(),
            Fallback.nothing(),
            "What the node has, such as zone=a,gpu=yes; jobs may ask for it.");
    static final Setting<Integer> NODE_SLOTS = new Setting<>(
            "baton.node.slots",
            Group.NODE,
            Kinds.whole(1, 10_000),
            Fallback.computed("4 × processors", host -> String.valueOf(Math.min(4 * host.processors(), 10_000))),
            "Tasks that run at once.");
    static final Setting<Duration> DRAIN_TIMEOUT = new Setting<>(
            "baton.node.drain-timeout",
            Group.NODE,
            Kinds.duration("0s", "1h"),
            Fallback.of("25s"),
            "How long running tasks may take to finish when the node is stopped.");
    static final Setting<Duration> HEARTBEAT_INTERVAL = new Setting<>(
            "baton.node.heartbeat-interval",
            Group.NODE,
            Kinds.duration("100ms", "5m"),
            Fallback.of("5s"),
            "How often the node says that it lives. At most a third of baton.node.heartbeat-timeout.");
    static final Setting<Duration> HEARTBEAT_TIMEOUT = new Setting<>(
            "baton.node.heartbeat-timeout",
            Group.NODE,
            Kinds.duration("300ms", "15m"),
            Fallback.of("30s"),
            "How long a node may be silent before others take it for dead. It stops itself at two thirds of it.");
    static final Setting<Double> LOAD_THRESHOLD = new Setting<>(
            "baton.dispatch.load-threshold",
            Group.NODE,
            Kinds.share(),
            Fallback.of("0.8"),
            "The load from which the master hands its work to the least loaded node.");
    static final Setting<Integer> FIRING_NODES = new Setting<>(
            "baton.dispatch.firing-nodes",
            Group.NODE,
            Kinds.whole(1, 1_000),
            Fallback.of("2"),
            "How many nodes fire each job, so that one may die without a gap. With as many as there are nodes, every node fires every job.");
    static final Setting<Integer> QUEUE_CAPACITY = new Setting<>(
            "baton.queue.capacity",
            Group.NODE,
            Kinds.whole(1, 1_000_000),
            Fallback.of("100000"),
            "Messages that may wait on one node's queue. What is over waits in the ledger and is sent later; requests get 429.");
    static final Setting<Optional<String>> REDIS_URI = new Setting<>(
            "baton.redis.uri",
            Group.STORES,
            Kinds.optional(Kinds.redis()),
            Fallback.nothing(),
            "Where Redis is. Given together with baton.db.url of a MySQL; neither = a standalone node.");
    static final Setting<RedisMode> REDIS_MODE = new Setting<>(
            "baton.redis.mode",
            Group.STORES,
            Kinds.choice(RedisMode.class),
            Fallback.of("auto"),
            "Which kind of Redis it is, where the addresses leave a doubt.");
    static final Setting<Boolean> REDIS_ALLOW_EVICTION = new Setting<>(
            "baton.redis.allow-eviction",
            Group.STORES,
            Kinds.yesNo(),
            Fallback.of("false"),
            "Start although Redis may evict keys (maxmemory-policy other than noeviction): work is then late more often.");
    static final Setting<Optional<String>> DB_URL = new Setting<>(
            "baton.db.url",
            Group.STORES,
            Kinds.optional(Kinds.text(
                            "jdbc:mysql://…, jdbc:mariadb://… or jdbc:h2:…",
                            "jdbc:(mysql|mariadb)://\\S+|jdbc:h2:\\S.*")
                    .masked(UrlMask::mask)),
            Fallback.computed("embedded H2 in ./baton-data", host -> ""),
            "Where the database is.");
    static final Setting<String> DB_USER = new Setting<>(
            "baton.db.user", Group.STORES, Kinds.text("text", ".*"), Fallback.of("baton"), "The database user.");
    static final Setting<Optional<Secret>> DB_PASSWORD = new Setting<>(
            "baton.db.password",
            Group.STORES,
            Kinds.optional(Kinds.secret(1)),
            Fallback.nothing(),
            "The database user's password. Better file:PATH than the value itself.");
    static final Setting<Integer> DB_POOL_SIZE = new Setting<>(
            "baton.db.pool-size",
            Group.STORES,
            Kinds.whole(2, 200),
            Fallback.of("10"),
            "Database connections, at most.");
    static final Setting<Path> SPOOL_DIR = new Setting<>(
            "baton.spool.dir",
            Group.STORES,
            Kinds.path(),
            Fallback.of("./baton-data/spool"),
            "Where ends of runs are kept while the database does not answer, so that they outlive a crash of the node.");
    static final Setting<Duration> WAIT_FOR_SERVERS = new Setting<>(
            "baton.wait-for-servers",
            Group.STORES,
            Kinds.duration("0s", "1h"),
            Fallback.of("60s"),
            "How long to wait at start for servers that do not answer yet.");
    static final Setting<Optional<Path>> JOBS_FILE = new Setting<>(
            "baton.jobs.file",
            Group.WORK,
            Kinds.optional(Kinds.path()),
            Fallback.nothing(),
            "A job file, applied at start if its content changed since it was last applied. Of one that did not change,"
                    + " jobs that were refused are tried again.");
    static final Setting<Path> TASKS_DIR = new Setting<>(
            "baton.tasks.dir",
            Group.WORK,
            Kinds.path(),
            Fallback.of("./tasks"),
            "Jars with task classes, each with its own class loader; what they need inside or in lib/ beside them.");
    static final Setting<List<String>> TASKS_PACKAGES = new Setting<>(
            "baton.tasks.packages",
            Group.WORK,
            Kinds.list("package names, comma-separated", DOTTED + "*+"),
            Fallback.nothing(),
            "Packages of the class path that are scanned for task classes and Spring components.");
    static final Setting<List<String>> TASKS_ALLOW = new Setting<>(
            "baton.tasks.allow",
            Group.WORK,
            Kinds.list("bean.method names, comma-separated; no wildcards, no brackets", DOTTED + "++"),
            Fallback.nothing(),
            "Methods without @TaskTarget that jobs may name too.");
    static final Setting<Boolean> ACCEPT_LEGACY = new Setting<>(
            "baton.queue.accept-legacy",
            Group.WORK,
            Kinds.yesNo(),
            Fallback.of("true"),
            "Take the two older message formats.");
    static final Setting<Duration> RETENTION = new Setting<>(
            "baton.history.retention",
            Group.WORK,
            Kinds.duration("1h", "3650d"),
            Fallback.of("30d"),
            "Ledger rows older than this are deleted, in small batches.");
    static final Setting<Integer> HTTP_PORT = new Setting<>(
            "baton.http.port",
            Group.HTTP,
            Kinds.whole(0, 65_535),
            Fallback.of("8080"),
            "The port of console and API; 0 = any free one.");
    static final Setting<String> HTTP_BIND = new Setting<>(
            "baton.http.bind",
            Group.HTTP,
            Kinds.text("a host name or address", "[A-Za-z0-9.:_\\[\\]%-]{1,253}"),
            Fallback.of("127.0.0.1"),
            "The address to listen on; 0.0.0.0 = all.");
    static final Setting<Optional<Certificates>> TLS_CERTIFICATE = new Setting<>(
            "baton.http.tls.certificate",
            Group.HTTP,
            Kinds.optional(Kinds.certificates()),
            Fallback.nothing(),
            "The node's certificate and those between it and its authority, for https; with baton.http.tls.key. Read at start.");
    static final Setting<Optional<ServerKey>> TLS_KEY = new Setting<>(
            "baton.http.tls.key",
            Group.HTTP,
            Kinds.optional(Kinds.serverKey()),
            Fallback.nothing(),
            "The key of baton.http.tls.certificate. Neither = plain HTTP.");
    static final Setting<LogFormat> LOG_FORMAT = new Setting<>(
            "baton.log.format",
            Group.LOG,
            Kinds.choice(LogFormat.class),
            Fallback.of("text"),
            "How a line of the log looks; in JSON every line is an object.");
    static final Setting<LogLevel> LOG_LEVEL = new Setting<>(
            "baton.log.level",
            Group.LOG,
            Kinds.choice(LogLevel.class),
            Fallback.of("info"),
            "The least important events that the log shows; of libraries, never less than warn.");
    static final Setting<Optional<Secret>> API_TOKEN = new Setting<>(
            "BATON_API_TOKEN",
            Group.SECRETS,
            Kinds.optional(Kinds.secret(32)),
            Fallback.nothing(),
            "An admin token for the API, for unattended installs.");
    static final Setting<Optional<Secret>> ADMIN_PASSWORD = new Setting<>(
            "BATON_ADMIN_PASSWORD",
            Group.SECRETS,
            Kinds.optional(Kinds.adminPassword()),
            Fallback.nothing(),
            "The password of the first user, admin, for unattended installs; has no effect once there are users.");

    private static final List<Setting<?>> ALL = List.of(
            CLUSTER,
            NODE_ID,
            NODE_LABELS,
            NODE_SLOTS,
            DRAIN_TIMEOUT,
            HEARTBEAT_INTERVAL,
            HEARTBEAT_TIMEOUT,
            LOAD_THRESHOLD,
            FIRING_NODES,
            QUEUE_CAPACITY,
            REDIS_URI,
            REDIS_MODE,
            REDIS_ALLOW_EVICTION,
            DB_URL,
            DB_USER,
            DB_PASSWORD,
            DB_POOL_SIZE,
            SPOOL_DIR,
            WAIT_FOR_SERVERS,
            JOBS_FILE,
            TASKS_DIR,
            TASKS_PACKAGES,
            TASKS_ALLOW,
            ACCEPT_LEGACY,
            RETENTION,
            HTTP_PORT,
            HTTP_BIND,
            TLS_CERTIFICATE,
            TLS_KEY,
            LOG_FORMAT,
            LOG_LEVEL,
            API_TOKEN,
            ADMIN_PASSWORD);

    private static final Map<String, Setting<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Setting::name, Function.identity()));

    private KnownSettings() {}

    public static List<Setting<?>> all() {
        return ALL;
    }

    static Optional<Setting<?>> named(String name) {
        Setting<?> setting = BY_NAME.get(name);
        return setting == null || setting.environmentOnly() ? Optional.empty() : Optional.of(setting);
    }

    static List<String> names() {
        return ALL.stream()
                .filter(setting -> !setting.environmentOnly())
                .<String>map(Setting::name)
                .toList();
    }
}
