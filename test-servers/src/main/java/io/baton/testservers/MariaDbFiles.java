package io.baton.testservers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one MariaDB server, and the commands that fill it and serve it. */
record MariaDbFiles(MariaDbBinary binary, Path folder, MariaDbServer.Durability durability) {
    /**
     * Makes a folder with the system tables, as the server's own installation script would, and a root without a password.
     *
     * @throws ServerFailedException if the server rejects the tables
     */
    static MariaDbFiles create(MariaDbBinary binary, MariaDbServer.Durability durability) {
        MariaDbFiles files = new MariaDbFiles(binary, Folders.temporary("baton-mariadb-"), durability);
        try {
            files.bootstrap();
            return files;
        } catch (RuntimeException e) {
            Folders.discard(files.folder());
            throw e;
        }
    }

    /** The command that serves this folder on {@code port}. */
    List<String> serve(int port) {
        return command(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=server.sock", // relative to the data, since a socket's path may only have some 100 characters
                "--pid-file=server.pid",
                "--skip-name-resolve",
                "--max-connections=300");
    }

    /** Whether the server at {@code address} is one that serves this folder. */
    boolean areServedBy(JdbcAddress address) throws IOException, SQLException {
        return Path.of(address.ask("select @@datadir")).toRealPath().equals(data().toRealPath());
    }

    private void bootstrap() {
        Launch launch = new Launch("MariaDB's bootstrap", folder, command("--bootstrap"), pid -> true);
        try {
            Files.createDirectory(data());
            Files.createDirectory(temporary());
            Process process = launch.spawn();
            try (OutputStream in = process.getOutputStream()) {
                in.write("create database mysql;\nuse mysql;\nset @auth_root_socket=NULL;\n"
                        .getBytes(StandardCharsets.US_ASCII));
                for (String script : List.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql")) {
                    Files.copy(binary.script(script), in);
                }
            }
            int code = process.waitFor();
            if (code != 0) {
                throw launch.log().failure(launch.name() + " ended with code " + code, 0);
            }
        } catch (IOException e) {
            throw launch.log().failure(launch.name() + " broke off (" + e + ")", 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while MariaDB made its system tables", e);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    private List<String> command(String... own) {
        Stream<String> common = Stream.of(
                binary.executable().toString(),
                "--no-defaults",
                "--basedir=" + binary.base(),
                "--datadir=" + data(),
                "--tmpdir="
                        + temporary(), // in a common one each server that starts deletes the temporary tables of all
                "--lc-messages-dir=" + binary.share(),
                "--character-set-server=utf8mb4",
                "--skip-log-bin",
                "--skip-ssl", // newer versions make a key at each start, which takes seconds
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=16M",
                "--innodb-flush-log-at-trx-commit=" + (durability == MariaDbServer.Durability.EACH_COMMIT ? 1 : 0));
        Stream<String> asRoot = System.getProperty("user.name").equals("root") ? Stream.of("--user=root") : Stream.of();
        return Stream.of(common, asRoot, Stream.of(own)).flatMap(part -> part).toList();
    }
}
