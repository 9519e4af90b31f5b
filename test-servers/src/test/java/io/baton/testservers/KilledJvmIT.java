package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KilledJvmIT {
    /** A JVM with servers of its own, which prints their ports and waits to be killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(RedisServer.start().port());
            System.out.println(MariaDbServer.start().port());
            int unused = System.in.read();
        }
    }

    @Test
    void a_jvm_killed_without_warning_takes_its_servers_with_it() throws IOException {
        Process jvm = startVictim();
        try (BufferedReader printed = jvm.inputReader()) {
            int redis = Integer.parseInt(printed.readLine());
            int mariaDb = Integer.parseInt(printed.readLine());
            assertThat(listens(redis)).isTrue();
            assertThat(listens(mariaDb)).isTrue();

            jvm.destroyForcibly();

            // The ports, not the processes: where nobody reaps orphans, as in some containers, a dead one stays listed.
            await("Redis is gone").atMost(Duration.ofSeconds(30)).until(() -> !listens(redis));
            await("MariaDB is gone").atMost(Duration.ofSeconds(30)).until(() -> !listens(mariaDb));
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static Process startVictim() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path temporary = Files.createDirectories(Path.of("target", "killed-jvm").toAbsolutePath()); // its data stays
        return new ProcessBuilder(
                        java,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
