package io.baton.persistence;

import io.baton.domain.port.Marks;
import io.baton.domain.port.StoreUnavailableException;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables: made or brought up to date where needed and allowed. Those that are newer than this program are refused, unless
 * the migration that made them so says that a program of this version may go on with them.
 */
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    /** Of its own name, so that Baton can share a schema with a program that uses the same tool. */
    private static final String HISTORY = "baton_schema_history";
    /** Nodes that start together all want to migrate; one does, the others look again. */
    private static final int TRIES = 3;
    /**
     * An H2 lives within this JVM, and each statement that makes a table there ends the transaction by which the schema tool
     * keeps others out: two that migrate at once would leave a failed migration in its history, which no later start mends.
     */
    private static final Lock EMBEDDED = new ReentrantLock();

    private final Flyway flyway;
    private final JdbcAddress address;
    private final Marks marks;

    Schema(DataSource source, JdbcAddress address, Marks marks) {
        this.address = address;
        this.marks = marks;
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .communityDBSupportEnabled(true)
                .load();
    }

    /** @throws StoreUnavailableException if the tables cannot be used as they are and cannot be changed either */
    void prepare() {
        if (!address.embedded()) {
            migrate();
            return;
        }
        EMBEDDED.lock();
        try {
            migrate();
        } finally {
            EMBEDDED.unlock();
        }
    }

    private void migrate() {
        for (int tries = 1; !current(); tries++) {
            try {
                flyway.migrate();
            } catch (FlywayException e) {
                if (tries == TRIES) {
                    throw cannotMigrate(e);
                }
            }
        }
    }

    private boolean current() {
        MigrationInfoService info = flyway.info();
        Optional<MigrationVersion> known =
                highest(Stream.of(info.all()).filter(m -> m.getState().isResolved()));
        Optional<MigrationVersion> there = highest(Stream.of(info.applied()));
        if (there.isPresent() && known.isPresent() && there.get().compareTo(known.get()) > 0) {
            requireOpenTo(there.get(), known.get());
        }
        boolean failed = Stream.of(info.all()).anyMatch(m -> m.getState().isFailed());
        return info.pending().length == 0 && there.isPresent() && !failed;
    }

    private void requireOpenTo(MigrationVersion there, MigrationVersion known) {
        String newer = "its tables are of version " + there + ", newer than this program, which knows " + known;
        if (openTo(there).filter(least -> known.compareTo(least) >= 0).isEmpty()) {
            throw new StoreUnavailableException(
                    "database " + address.words() + ": " + newer
                            + ": run a newer baton-node.jar, or choose another schema by baton.db.url",
                    false);
        }
        LOG.warn("{}, and open to it: what the newer version added is not used", newer);
    }

    private Optional<MigrationVersion> openTo(MigrationVersion there) {
        return marks.get("tables." + there + ".open-to").map(MigrationVersion::fromVersion);
    }

    private static Optional<MigrationVersion> highest(Stream<MigrationInfo> migrations) {
        return migrations.map(MigrationInfo::getVersion).filter(v -> v != null).max(Comparator.naturalOrder());
    }

    private StoreUnavailableException cannotMigrate(FlywayException e) {
        if (SqlFault.of(e) == SqlFault.CONNECTION) {
            return Refusals.of(address, e);
        }
        String said = SqlFault.sql(e)
                .map(Throwable::getMessage)
                .orElse(String.valueOf(e.getMessage()))
                .lines()
                .findFirst()
                .orElse("");
        return new StoreUnavailableException(
                "database " + address.words() + ": its tables cannot be made or brought up to date: " + said
                        + ": start once as a user who may CREATE, ALTER, DROP and INDEX (baton.db.user)",
                false,
                e);
    }
}
