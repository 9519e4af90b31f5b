package io.baton.bootstrap.client;

import static io.baton.bootstrap.client.ThreeNodes.ASKED;
import static io.baton.bootstrap.client.ThreeNodes.HOLDER;
import static io.baton.bootstrap.client.ThreeNodes.THIRD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.client.Shell.Left;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every client command in a cluster, given to a node that does not hold what the command is about. */
@Tag("minutes")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterCommandsIT {
    /** What commands do by a second word. */
    private static final Set<String> ACTS = Set.of(
            "dead-letters", "dead-letters replay", "dead-letters delete", "token create", "token list", "token revoke");

    private static final Set<String> DONE = new TreeSet<>();

    @TempDir
    private static Path folder;

    private static ThreeNodes cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = new ThreeNodes();
        Path file = Files.writeString(folder.resolve("jobs.yaml"), ThreeNodes.JOBS);
        assertThat(done("apply", "-f", file.toString())).contains("created  A.ok", "created  A.rare");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** Has the asked node do it, and notes that it did. @return what the command printed */
    private static String done(String... command) {
        Left left = cluster.shell(ASKED).run(command);
        assertThat(left.err()).as(String.join(" ", command)).isEmpty();
        assertThat(left.code()).as(String.join(" ", command)).isZero();
        boolean act = Set.of("dead-letters", "token").contains(command[0])
                && command.length > 1
                && !command[1].startsWith("-");
        DONE.add(act ? command[0] + " " + command[1] : command[0]);
        return left.out();
    }

    private static void awaitOutput(String words, String... command) {
        await(words).atMost(ThreeNodes.PATIENCE).until(() -> done(command), out -> out.contains(words));
    }

    private static void awaitAt(String node, String words, String... command) {
        await(words + " at " + node)
                .atMost(ThreeNodes.PATIENCE)
                .until(() -> cluster.shell(node).run(command).out(), out -> out.contains(words));
    }

    @Test
    void a_run_of_another_node_is_waited_for_listed_and_heard() {
        String task = done("run", "A.ok", "--wait").lines().findFirst().orElseThrow();

        assertThat(done("runs", "--node=" + HOLDER)).contains(task).contains("SUCCEEDED");
        assertThat(done("runs", "--node=" + ASKED)).doesNotContain(task);
        awaitOutput("noParams: attempt 1 of " + task, "log", task);
        assertThat(done("log", task, "-f")).contains("noParams: attempt 1 of " + task);
    }

    @Test
    void a_target_that_only_another_node_has_is_run_there() {
        String task = done("run", "A.rare", "--wait").lines().findFirst().orElseThrow();

        assertThat(done("runs", "--job=A.rare", "--node=" + HOLDER)).contains(task);
        awaitOutput("Hello, from afar!", "log", task);
    }

    @Test
    void a_run_of_another_node_is_cancelled() {
        String task = done("run", "A.slow").strip();
        awaitOutput("sleep: millis=600000", "log", task);

        assertThat(done("cancel", task)).isEqualTo(task + " runs and is asked to end\n");
        awaitOutput(task, "runs", "--outcome=CANCELLED", "--node=" + HOLDER);
    }

    @Test
    void what_is_done_to_a_job_is_seen_at_every_node() throws IOException {
        Path more = Files.writeString(
                folder.resolve("more.yaml"),
                "jobs: [{ name: B.more, target: demoTask.noParams, schedule: { every: 1d } }]");
        done("apply", "-f", more.toString());
        awaitAt(THIRD, "B.more", "jobs");

        assertThat(done("pause", "B.more")).isEqualTo("B.more is paused\n");
        awaitAt(THIRD, "paused", "jobs");
        assertThat(done("jobs")).contains("paused");
        done("resume", "B.more");
        await("it fires again")
                .atMost(ThreeNodes.PATIENCE)
                .until(() -> !cluster.shell(THIRD).run("jobs").out().contains("paused"));
        assertThat(done("job", "B.more")).contains("demoTask.noParams");
        assertThat(done("export")).contains("B.more").contains("A.rare");
        done("delete", "B.more");
        await("it is gone")
                .atMost(ThreeNodes.PATIENCE)
                .until(() -> cluster.shell(THIRD).run("job", "B.more").code() == ExitCode.REFUSED);
    }

    @Test
    void another_node_is_drained_and_put_to_work() {
        assertThat(done("nodes").lines()).hasSize(4).anyMatch(line -> line.startsWith(THIRD));

        assertThat(done("drain", THIRD)).isEqualTo("three will take no more work\n");
        awaitAt(HOLDER, "draining", "nodes");
        await("it knows itself")
                .atMost(ThreeNodes.PATIENCE)
                .until(() -> cluster.shell(ASKED).run("nodes", "--json").out().contains("\"draining\":true"));
        assertThat(done("undrain", THIRD)).isEqualTo("three will take work again\n");
        await("all work")
                .atMost(ThreeNodes.PATIENCE)
                .until(() -> !cluster.shell(THIRD).run("nodes").out().contains("draining"));
    }

    @Test
    void every_node_reconciles() {
        assertThat(done("reconcile").lines().skip(1))
                .hasSize(3)
                .allMatch(line -> line.matches("(one|two|three) +yes +\\d+ +\\d+ +\\d+ +0"));
    }

    @Test
    void what_another_node_set_aside_is_replayed_and_deleted() {
        cluster.push("{\"taskId\":\"C.later\"}");
        cluster.push("[1,2]");
        awaitOutput("C.later", "dead-letters");
        awaitOutput("[1,2]", "dead-letters");
        assertThat(letter("[1,2]")).as("who set it aside").contains(" " + HOLDER + " ");
        Left unknown = cluster.shell(ASKED).run("dead-letters", "replay", id("C.later"));
        assertThat(unknown.err()).contains("there is no job C.later");

        later();
        assertThat(done("dead-letters", "replay", id("C.later"))).startsWith("C.later@r-");
        awaitOutput("SUCCEEDED", "runs", "--job=C.later");
        done("dead-letters", "delete", id("[1,2]"));
        assertThat(cluster.shell(THIRD).run("dead-letters").out()).isEqualTo("no dead letters\n");
    }

    private static void later() {
        try {
            Path file = Files.writeString(
                    folder.resolve("later.yaml"),
                    "jobs: [{ name: C.later, target: demoTask.noParams, schedule: { manual: true } }]");
            done("apply", "-f", file.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String letter(String words) {
        return done("dead-letters")
                .lines()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static String id(String words) {
        return letter(words).split(" ", 2)[0];
    }

    @Test
    void a_token_of_one_node_holds_at_the_others_until_it_is_revoked() {
        String secret = done("token", "create", "robot").strip();
        assertThat(cluster.shell(HOLDER, secret).run("jobs").code()).isZero();
        assertThat(cluster.shell(THIRD, secret).run("jobs").code()).isZero();
        String id = done("token", "list")
                .lines()
                .filter(line -> line.contains("robot"))
                .findFirst()
                .orElseThrow()
                .split(" ", 2)[0];

        done("token", "revoke", id);

        for (String node : List.of(ASKED, HOLDER, THIRD)) {
            assertThat(cluster.shell(node, secret).run("jobs").code()).as(node).isEqualTo(ExitCode.REFUSED);
        }
    }

    /** The last: what the others did, against what there is. */
    @Test
    @Order(Integer.MAX_VALUE)
    void no_command_was_left_out() {
        Set<String> all = ClientCommands.all(Map.of(), Clock.systemUTC()).stream()
                .map(command -> command instanceof CommandLine line ? line : new CommandLine(command))
                .map(CommandLine::getCommandName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(DONE.stream().map(words -> words.split(" ", 2)[0]).collect(Collectors.toSet()))
                .isEqualTo(all);
        assertThat(DONE).containsAll(ACTS);
    }
}
