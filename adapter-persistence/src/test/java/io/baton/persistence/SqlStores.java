package io.baton.persistence;

import io.baton.contracts.what.WhatClient;
import io.baton.contracts.what.WhatStores;
import io.baton.persistence.Database.Seams;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A test database, opened twice, with a clock that can be advanced. */
final class SqlStores implements WhatStores {
    private final TestDatabase database;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Database first;
    private final Database second;
    private final WhatClient one;
    private final WhatClient two;

    SqlStores(TestDatabase database) {
        this.database = database;
        Seams seams = new Seams(ahead::get, UnaryOperator.identity());
        this.first = Database.open(database.settings(), seams);
        this.second = Database.open(database.settings(), seams);
        this.one = client(first);
        this.two = client(second);
    }

    static WhatClient client(Database opened) {
        return new WhatClient(
                opened.ledger(),
                opened.recovery(),
                opened.watermarks(),
                opened.history(),
                opened.jobs(),
                opened.marks(),
                opened.witness(),
                new WhatClient.Office(
                        opened.accounts(),
                        opened.sessions(),
                        opened.apiTokens(),
                        opened.audit(),
                        opened.runLogs(),
                        opened.jobVersions()));
    }

    @Override
    public WhatClient first() {
        return one;
    }

    @Override
    public WhatClient second() {
        return two;
    }

    @Override
    public void pass(Duration time) {
        ahead.updateAndGet(time::plus);
    }

    /** Kills every session that holds a presence: the contracts let one client hold one at a time when they do this. */
    @Override
    public void die(WhatClient client) {
        if (oneProcessOnly()) {
            return;
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (long session : presences(statement)) {
                statement.execute("KILL CONNECTION " + session);
            }
        } catch (SQLException e) {
            throw new AssertionError("could not end the presence's session", e);
        }
    }

    private static List<Long> presences(Statement statement) throws SQLException {
        List<Long> sessions = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SELECT is_used_lock(concat('baton-',"
                + " sha1(concat(database(), '/test/', id, '/', incarnation)))) FROM node")) {
            while (found.next()) {
                if (found.getLong(1) > 0) {
                    sessions.add(found.getLong(1));
                }
            }
        }
        return sessions;
    }

    @Override
    public boolean oneProcessOnly() {
        return database.embedded();
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
