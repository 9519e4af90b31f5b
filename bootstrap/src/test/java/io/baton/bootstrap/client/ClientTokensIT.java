package io.baton.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.client.Shell.Left;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where client commands find their token, and the commands about tokens, against a real node. */
class ClientTokensIT {
    @TempDir
    private static Path folder;

    private static ServedNode node;
    private static Shell shell;

    @BeforeAll
    static void start() throws IOException {
        node = ServedNode.start(folder);
        shell = node.shell();
        String job = "{jobs: [{name: A.ok, target: demoTask.noParams, schedule: {manual: true}}]}";
        Path file = Files.writeString(folder.resolve("jobs.yaml"), job);
        assertThat(shell.run("apply", "-f", file.toString()).code()).isZero();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void the_token_comes_from_option_or_environment() {
        String to = node.serverOption();
        Left none = new Shell(Map.of(), to).run("jobs");

        assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(none.err()).hasLineCount(1).contains("token");
        assertThat(new Shell(Map.of("BATON_TOKEN", node.token(), "BATON_API_TOKEN", "wrong"), to)
                        .run("jobs")
                        .code())
                .isZero();
        assertThat(new Shell(Map.of("BATON_TOKEN", "wrong"), to, "--token=" + node.token())
                        .run("jobs")
                        .code())
                .isZero();
        assertThat(new Shell(Map.of("BATON_TOKEN", node.token()), to, "--token=wrong")
                        .run("jobs")
                        .code())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void a_token_needs_no_label() {
        assertThat(shell.run("token", "create").out()).startsWith("baton_");
        assertThat(shell.run("token", "list").out()).contains("command-line");
    }

    @Test
    void a_token_is_made_listed_used_and_revoked() {
        String secret = shell.run("token", "create", "robot", "--groups=A", "--days=7")
                .out()
                .strip();
        Shell robot = new Shell(Map.of("BATON_TOKEN", secret), node.serverOption());

        assertThat(robot.run("jobs").code()).isZero();
        assertThat(robot.run("pause", "A.ok").err()).contains("needs the role operator");
        Left list = shell.run("token", "list");
        String line = list.lines().stream()
                .filter(l -> l.contains("robot"))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("viewer", "A", "token:test");
        assertThat(list.out()).doesNotContain(secret);
        String id = line.substring(0, line.indexOf(' '));
        assertThat(shell.run("token", "revoke", id).out()).isEqualTo(id + " is revoked\n");
        assertThat(robot.run("jobs").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shell.run("token", "revoke").code()).isEqualTo(ExitCode.MISUSE);
        assertThat(shell.run("token", "forge").code()).isEqualTo(ExitCode.MISUSE);
    }
}
