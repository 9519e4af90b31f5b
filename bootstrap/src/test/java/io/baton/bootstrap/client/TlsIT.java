package io.baton.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.cli.ExitCode;
import io.baton.bootstrap.client.Shell.Left;
import io.baton.testservers.TestCertificate;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that speaks https, what it prints, and the commands that ask it. */
class TlsIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Logger LOGGER = Logger.getLogger("io.baton.bootstrap");

    @TempDir
    private static Path folder;

    private static TestCertificate pair;
    private static BatonNode node;
    private static final Ear EAR = new Ear();

    private static final class Ear extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord said) {
            lines.add(MessageFormat.format(said.getMessage(), said.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeAll
    static void start() {
        pair = TestCertificate.make(folder, "RSA");
        LOGGER.addHandler(EAR);
        node = BatonNode.builder()
                .set("baton.http.port", "0")
                .set("baton.http.tls.certificate", pair.certificate().toString())
                .set("baton.http.tls.key", pair.key().toString())
                .set("baton.db.url", "jdbc:h2:" + folder.resolve("db").toAbsolutePath())
                .set("BATON_API_TOKEN", TOKEN)
                .start();
    }

    @AfterAll
    static void stop() {
        node.close();
        LOGGER.removeHandler(EAR);
    }

    private static String server() {
        return "https://127.0.0.1:" + node.httpPort();
    }

    private static Left ask(Map<String, String> environment, String... options) {
        return new Shell(environment, options).run("nodes", "--server=" + server(), "--token=" + TOKEN);
    }

    @Test
    void the_ready_line_and_the_link_for_the_first_user_are_https() {
        assertThat(EAR.lines)
                .anyMatch(line -> line.startsWith("Baton node ") && line.contains(" ready on " + server() + " ("))
                .anyMatch(line -> line.contains("open " + server() + "/setup?link="));
    }

    @Test
    void a_command_believes_the_authority_that_it_is_given() {
        assertThat(ask(Map.of(), "--ca=" + pair.authority()).out()).contains("working");
        assertThat(ask(Map.of("BATON_CA", pair.authority().toString())).code()).isZero();
    }

    @Test
    void a_command_sends_nothing_to_a_server_that_it_cannot_believe() {
        Left left = ask(Map.of());

        assertThat(left.code()).isEqualTo(ExitCode.NOT_REACHED);
        assertThat(left.err())
                .hasLineCount(1)
                .contains(server() + " is not trusted")
                .contains("--ca=FILE");
    }

    @Test
    void a_file_without_authorities_is_misuse() {
        Left none = ask(Map.of(), "--ca=" + folder.resolve("none.pem"));
        Left key = ask(Map.of(), "--ca=" + pair.key());

        assertThat(none.code()).isEqualTo(ExitCode.MISUSE);
        assertThat(none.err())
                .hasLineCount(1)
                .contains("none.pem: there is no such file; legal is: the path of a PEM file");
        assertThat(key.err()).contains("it holds no CERTIFICATE block");
    }
}
