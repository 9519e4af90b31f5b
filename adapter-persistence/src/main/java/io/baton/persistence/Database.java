package io.baton.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.baton.domain.port.Accounts;
import io.baton.domain.port.ApiTokens;
import io.baton.domain.port.AuditLog;
import io.baton.domain.port.JobRepository;
import io.baton.domain.port.JobVersions;
import io.baton.domain.port.LedgerRecovery;
import io.baton.domain.port.Marks;
import io.baton.domain.port.NodeWitness;
import io.baton.domain.port.RunLogs;
import io.baton.domain.port.Sessions;
import io.baton.domain.port.StoreUnavailableException;
import io.baton.domain.port.StoreWarning;
import io.baton.domain.port.TaskHistory;
import io.baton.domain.port.TaskLedger;
import io.baton.domain.port.Watermarks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** An open database: every port of the <i>what</i> plane, until it is closed. Safe for use by many threads. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Transactions transactions;
    private final Tokens tokens = new Tokens("db-" + UUID.randomUUID());
    private final Presence presence;
    private final Product product;

    /**
     * What tests put between.
     *
     * @param ahead is added to the database's clock
     * @param between wraps the pool
     */
    record Seams(Supplier<Duration> ahead, UnaryOperator<DataSource> between) {
        static final Seams NONE = new Seams(() -> Duration.ZERO, UnaryOperator.identity());
    }

    private record Product(Vendor vendor, String words) {}

    private Database(HikariDataSource pool, Transactions transactions, Presence presence, Product product) {
        this.pool = pool;
        this.transactions = transactions;
        this.presence = presence;
        this.product = product;
    }

    /**
     * Opens the database and makes or updates its tables if needed.
     *
     * @throws StoreUnavailableException if it cannot be used; nothing stays open
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, Seams.NONE);
    }

    static Database open(DatabaseSettings settings, Seams seams) {
        JdbcAddress address = JdbcAddress.of(settings.url());
        Product product = knock(address, settings);
        HikariDataSource pool = connect(address, settings);
        try {
            Sql sql = new Sql(product.vendor(), seams.ahead());
            prepare(address, settings, new SqlMarks(new Transactions(pool, sql)));
            Presence presence = product.vendor() == Vendor.H2
                    ? new FileLockPresence()
                    : new NamedLockPresence(() -> Pool.single(address, settings), sql, settings.cluster());
            Transactions transactions = new Transactions(seams.between().apply(pool), sql);
            return new Database(pool, transactions, presence, product);
        } catch (StoreUnavailableException e) {
            pool.close();
            throw e;
        } catch (RuntimeException e) {
            pool.close();
            throw Refusals.of(address, e);
        }
    }

    /** Loads the classes that the first statements need: for a thread beside one that waits for the server. */
    public static void warmUp() {
        Sql.warmUp();
    }

    /** One plain connection first: it fails at once and says why, where a pool would try for long. */
    private static Product knock(JdbcAddress address, DatabaseSettings settings) {
        try (Connection connection = Pool.single(address, settings)) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            Vendor vendor = Vendor.of(connection.getMetaData().getDatabaseProductName(), version);
            return new Product(vendor, vendor.words(version));
        } catch (SQLException e) {
            throw Refusals.of(address, e);
        }
    }

    private static void prepare(JdbcAddress address, DatabaseSettings settings, Marks marks) {
        try (HikariDataSource single = Pool.forSchema(address, settings)) {
            new Schema(single, address, marks).prepare();
        }
    }

    private static HikariDataSource connect(JdbcAddress address, DatabaseSettings settings) {
        try {
            return Pool.open(address, settings);
        } catch (RuntimeException e) {
            throw Refusals.of(address, e);
        }
    }

    /** What it is, for people: {@code MariaDB 10.11.5}. */
    public String kind() {
        return product.words();
    }

    /** What an operator should know of the server's settings, asked anew; nothing while it does not answer. */
    public List<StoreWarning> warnings() {
        if (product.vendor() == Vendor.H2) {
            return List.of();
        }
        try (Connection connection = pool.getConnection()) {
            return ServerSettings.warnings(connection);
        } catch (SQLException e) {
            return List.of();
        }
    }

    public TaskLedger ledger() {
        return new SqlTaskLedger(transactions, tokens);
    }

    public LedgerRecovery recovery() {
        return new SqlLedgerRecovery(transactions, tokens);
    }

    public TaskHistory history() {
        return new SqlTaskHistory(transactions);
    }

    public Watermarks watermarks() {
        return new SqlWatermarks(transactions);
    }

    /** Definitions; a cron that a user wrote by SQL without a zone gets that of this JVM. */
    public JobRepository jobs() {
        return new SqlJobRepository(transactions, ZoneId.systemDefault());
    }

    public Marks marks() {
        return new SqlMarks(transactions);
    }

    public Accounts accounts() {
        return new SqlAccounts(transactions);
    }

    public Sessions sessions() {
        return new SqlSessions(transactions);
    }

    public ApiTokens apiTokens() {
        return new SqlApiTokens(transactions);
    }

    public AuditLog audit() {
        return new SqlAuditLog(transactions);
    }

    public RunLogs runLogs() {
        return new SqlRunLogs(transactions);
    }

    public JobVersions jobVersions() {
        return new SqlJobVersions(transactions);
    }

    public NodeWitness witness() {
        return new SqlNodeWitness(transactions, presence);
    }

    @Override
    public void close() {
        presence.close();
        pool.close();
    }
}
