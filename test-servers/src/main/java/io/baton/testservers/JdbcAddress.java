package io.baton.testservers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A MySQL or MariaDB server, as JDBC reaches it.
 *
 * @param server {@code jdbc:mysql://host:port}
 * @param parameters what follows the question mark, without user and password; may be empty
 */
record JdbcAddress(String server, String parameters, String user, String password) {
    private static final String PREFIX = "jdbc:mysql://";
    private static final Pattern URL =
            Pattern.compile("(?<server>" + PREFIX + "[^/?]+)(/[^?]*)?([?](?<parameters>.*))?");
    /** 10 s in milliseconds: a server that is paused or still starting does not answer. */
    private static final String TIMEOUT = "10000";

    /** The user root without a password. */
    static JdbcAddress ofRoot(String host, int port) {
        return new JdbcAddress(PREFIX + host + ":" + port, "", "root", "");
    }

    /**
     * The address in {@code jdbc:mysql://host[:port][/database][?user=…&password=…&…]}; a database in it is left out, since
     * tests make their own.
     *
     * @throws IllegalArgumentException if it does not have that form
     */
    static JdbcAddress parse(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    Settings.DATABASE_URL + " has to be like " + PREFIX + "host:3306/?user=name&password=secret");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter :
                Objects.requireNonNullElse(parts.group("parameters"), "").split("&")) {
            int equals = (parameter + "=").indexOf('=');
            parameters.put(parameter.substring(0, equals), parameter);
        }
        String user = value(parameters.remove("user"), "root");
        String password = value(parameters.remove("password"), "");
        return new JdbcAddress(parts.group("server"), String.join("&", parameters.values()), user, password);
    }

    private static String value(@Nullable String parameter, String otherwise) {
        return parameter == null ? otherwise : parameter.substring(parameter.indexOf('=') + 1);
    }

    /** Host and port. */
    String hostAndPort() {
        return server.substring(PREFIX.length());
    }

    String host() {
        return hostAndPort().replaceFirst(":\\d+$", "");
    }

    /** The port, by default 3306. */
    int port() {
        Matcher port = Pattern.compile(":(\\d+)$").matcher(server);
        return port.find() ? Integer.parseInt(port.group(1)) : 3306;
    }

    String url(String database) {
        return server + "/" + database + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** The one value that the query {@code sql} gives. */
    String ask(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection to no database in particular. */
    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", TIMEOUT);
        properties.setProperty("socketTimeout", TIMEOUT);
        return DriverManager.getConnection(url(""), properties);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return server;
    }
}
