package io.baton.bootstrap.node;

import io.baton.application.NodeTimings;
import io.baton.application.Ports;
import io.baton.application.Surroundings;
import io.baton.application.access.Secrets;
import io.baton.application.core.Core;
import io.baton.application.log.RunLogWriter;
import io.baton.application.node.NodeSpec;
import io.baton.application.office.Office;
import io.baton.bootstrap.access.BcryptPasswords;
import io.baton.bootstrap.access.FirstStart;
import io.baton.bootstrap.access.FreshSecrets;
import io.baton.bootstrap.document.DocumentException;
import io.baton.bootstrap.jobs.JobFileReader;
import io.baton.bootstrap.metrics.ClusterGauges;
import io.baton.bootstrap.metrics.MeteredFindings;
import io.baton.bootstrap.metrics.MeteredPorts;
import io.baton.bootstrap.metrics.MeteredTasks;
import io.baton.bootstrap.metrics.Meters;
import io.baton.bootstrap.runs.ListenedTasks;
import io.baton.bootstrap.runs.RunLogs;
import io.baton.bootstrap.settings.NodeSettings;
import io.baton.bootstrap.settings.Secret;
import io.baton.bootstrap.settings.Timing;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.port.StoreUnavailableException;
import io.baton.domain.port.TaskInvoker;
import io.baton.quartz.JvmLoadProbe;
import io.baton.quartz.QuartzCronParser;
import io.baton.quartz.QuartzTriggers;
import io.baton.web.WebServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Puts a node together: the one place where adapters are made. */
public final class NodeAssembly {
    private static final Logger LOG = System.getLogger(NodeAssembly.class.getName());

    private final NodeSettings settings;
    private final Targets targets;
    private final FreshIds ids = new FreshIds();
    private final Alterations alterations;
    private final Clock clock;
    private final Surroundings surroundings;
    private final Meters meters = new Meters();
    private final Secrets secrets = new Secrets(new FreshSecrets());

    /** What tasks there are. @param close ends what they need */
    public record Targets(TaskInvoker invoker, AutoCloseable close) {}

    public NodeAssembly(NodeSettings settings, Targets targets, Alterations alterations) {
        this.settings = settings;
        this.targets = targets;
        this.alterations = alterations;
        this.clock = alterations.clock();
        this.surroundings = new Surroundings(
                clock, System::nanoTime, () -> ThreadLocalRandom.current().nextDouble(), ids);
    }

    /**
     * Opens the stores, joins the cluster and begins to work.
     *
     * @param giveUp called if this node must end
     * @param unwanted whether the start may end without a node, asked while it waits
     * @throws StoreUnavailableException if it cannot start; the message is for the operator, and nothing stays open
     */
    public RunningNode start(Consumer<ForcedEnd> giveUp, BooleanSupplier unwanted) {
        String id = settings.node().id().text();
        Progress progress = new Progress(System::nanoTime);
        Stores stores = new Stores(settings, clock, unwanted);
        NodeThreads threads = new NodeThreads(id, progress, giveUp);
        RunLogWriter said = new RunLogWriter(stores.office().logs(), clock);
        RunLogs logs = new RunLogs(said, id);
        meters.counted("scheduler.log.dropped", said::droppedLines);
        WebServer web = null;
        try {
            Core core = core(stores, threads, said);
            Office office = office(core, stores);
            meters.counted("scheduler.requests.throttled", office.entrance().admission()::unheard);
            logs.tidy(office.people().audit());
            web = Web.open(
                    core,
                    office,
                    settings.http(),
                    new Web.Telling(progress, gauges(core, stores)::scrape, stores.warnings()::all));
            new Joining(
                            core.life(),
                            stores.what().witness(),
                            settings.node().timing().heartbeatTimeout())
                    .join(unwanted);
            FirstStart firstStart = new FirstStart(office.entrance().setUp(), secrets, settings.http());
            firstStart.unattended();
            applyJobFiles(office, stores);
            core.life().open();
            threads.drive(core.life(), core.life().cycles(rival -> {
                LOG.log(Level.ERROR, "another live node has the id of this one ({0}): this node ends", rival);
                giveUp.accept(ForcedEnd.ID_TAKEN);
            }));
            LOG.log(
                    Level.INFO,
                    "Baton node {0} ready on {1} ({2}, {3} slots)",
                    id,
                    Web.address(settings.http(), web),
                    stores.words(),
                    settings.node().slots());
            firstStart.link(Web.address(settings.http(), web));
            return new RunningNode(
                    new RunningNode.Inside(core, office),
                    stores,
                    new RunningNode.Engines(threads, logs),
                    web,
                    new RunningNode.Identity(id, settings.node().timing().drainTimeout(), targets.close()));
        } catch (RuntimeException | Error e) {
            threads.close();
            logs.close();
            if (web != null) {
                web.close();
            }
            stores.close();
            throw e;
        }
    }

    private Core core(Stores stores, NodeThreads threads, RunLogWriter said) {
        Ports.When when = new Ports.When(
                new QuartzCronParser(),
                door -> new QuartzTriggers(settings.node().id().text(), door),
                new JvmLoadProbe());
        TaskInvoker tasks = new ListenedTasks(new MeteredTasks(targets.invoker(), meters), said);
        Ports ports = alterations.ports().apply(new Ports(when, where(stores), what(stores), tasks));
        return new Core(
                ports,
                spec(),
                surroundings,
                threads.hands(),
                new Core.Voices(new RunLog(said), JacksonJson.json(), new MeteredFindings(meters)));
    }

    private Ports.Where where(Stores stores) {
        return new MeteredPorts(meters).of(stores.where());
    }

    private Ports.What what(Stores stores) {
        return new MeteredPorts(meters).of(stores.what());
    }

    private ClusterGauges gauges(Core core, Stores stores) {
        ClusterGauges gauges = new ClusterGauges(
                meters, stores.where(), stores.what(), core.life().watch(), clock);
        stores.warnings()
                .names()
                .forEach(store -> meters.gauge(
                        "scheduler.store.warnings",
                        () -> stores.warnings().of(store).size(),
                        "store",
                        store));
        gauges.register(settings.node().slots(), io.baton.bootstrap.cli.Version.number());
        return gauges;
    }

    private Office office(Core core, Stores stores) {
        Office.Supplies supplies = new Office.Supplies(
                new BcryptPasswords(),
                secrets,
                settings.http().apiToken().map(Secret::value),
                tree -> JacksonJson.json().write().apply(tree).text());
        return Office.of(core.desk(), stores.office(), surroundings, supplies);
    }

    private NodeSpec spec() {
        Timing timing = settings.node().timing();
        Set<String> names = targets.invoker().targets().stream()
                .map(TaskInvoker.TargetEntry::name)
                .collect(Collectors.toSet());
        Heartbeat.Profile profile = new Heartbeat.Profile(
                settings.node().labels(), settings.node().slots(), names, io.baton.bootstrap.cli.Version.number(), "");
        NodeTimings timings = new NodeTimings(
                timing.heartbeatInterval(),
                timing.heartbeatTimeout(),
                timing.drainTimeout(),
                settings.work().retention());
        return new NodeSpec(
                new Incarnation(settings.node().id(), incarnation()),
                profile,
                new NodeSpec.Dispatch(
                        settings.work().dispatch().loadThreshold(),
                        settings.work().dispatch().queueCapacity(),
                        settings.work().dispatch().firingNodes()),
                timings,
                ZoneId.systemDefault());
    }

    /** The time of birth first, for people; chance behind it. */
    private String incarnation() {
        return Long.toString(clock.millis(), 36) + ids.get().substring(0, 6);
    }

    private void applyJobFiles(Office office, Stores stores) {
        JobFileReader reader = new JobFileReader();
        JobFiles files = new JobFiles(
                office.counters().jobs(),
                stores.what().definitions().marks(),
                reader::read,
                settings.node().id().text());
        if (settings.work().tasks().demo()) {
            files.apply("the demo jobs", reader.demoJobsText());
        }
        settings.work().jobsFile().ifPresent(file -> applyFile(files, file));
    }

    private static void applyFile(JobFiles files, Path file) {
        try {
            files.apply(file.toString(), Files.readString(file));
        } catch (IOException | DocumentException e) {
            throw new StoreUnavailableException(
                    "baton.jobs.file: " + file + " cannot be read: " + e.getMessage(), false, e);
        } catch (IllegalArgumentException e) {
            throw new StoreUnavailableException("baton.jobs.file: " + file + ": " + e.getMessage(), false, e);
        }
    }
}
