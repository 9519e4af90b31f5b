package io.baton.testservers;

import java.sql.SQLException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The databases that tests make on one server; safe for use by several threads. */
final class Databases {
    private static final Logger LOG = LoggerFactory.getLogger(Databases.class);
    private static final Pattern NAME = Pattern.compile("\\w{1,64}");

    private final JdbcAddress address;
    private final Queue<String> fresh = new ConcurrentLinkedQueue<>();

    Databases(JdbcAddress address) {
        this.address = address;
    }

    JdbcAddress address() {
        return address;
    }

    /** What the server is, e.g. {@code MariaDB 10.11.5}. */
    String product() throws SQLException {
        String version = address.ask("select version()");
        return (version.contains("MariaDB") ? "MariaDB " : "MySQL ") + version.replaceFirst("-.*", "");
    }

    /** Makes an empty database with a name that no other has, and returns the name. */
    String createFresh() {
        String name = "baton_" + UUID.randomUUID().toString().replace("-", "");
        create(name);
        fresh.add(name);
        return name;
    }

    void create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Not a database name of 1 to 64 letters, digits and underscores: '" + name + "'");
        }
        try {
            address.execute("create database " + name + " character set utf8mb4");
        } catch (SQLException e) {
            throw new ServerFailedException(address + " makes no database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Drops what {@link #createFresh} made. */
    void dropFresh() {
        for (String name = fresh.poll(); name != null; name = fresh.poll()) {
            try {
                address.execute("drop database if exists " + name);
            } catch (SQLException e) {
                LOG.warn("The database {} stays on {}: drop it by hand", name, address, e);
            }
        }
    }
}
