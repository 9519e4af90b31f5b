package io.baton.testservers;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Servers in containers; the only class that needs Testcontainers, which ends the containers if this JVM is killed. */
final class Containers {
    private Containers() {}

    /** A container that is up; {@code release} ends it. */
    record Running(String host, int port, Runnable release) {}

    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static Running redis() {
        return run(new GenericContainer<>(DockerImageName.parse("redis:7")), 6379);
    }

    static Running mysql() {
        return run(
                new GenericContainer<>(DockerImageName.parse("mysql:8.4"))
                        .withEnv("MYSQL_ALLOW_EMPTY_PASSWORD", "yes")
                        .withCommand("--max-connections=300", "--innodb-flush-log-at-trx-commit=0"),
                3306);
    }

    private static Running run(GenericContainer<?> container, int port) {
        container.withExposedPorts(port).start();
        return new Running(container.getHost(), container.getMappedPort(port), container::stop);
    }
}
