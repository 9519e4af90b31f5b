package io.baton.persistence;

import io.baton.domain.port.StoreWarning;
import io.baton.domain.port.StoreWarning.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a MySQL or MariaDB server that decide whether a commit outlives the server's end. What else matters, isolation and
 * collation, Baton sets itself, in each session and in its own tables.
 *
 * @param flushLog {@code innodb_flush_log_at_trx_commit}: 1 = each commit is on the disk before it is answered
 * @param logsChanges whether there is a binary log
 * @param syncLog {@code sync_binlog}: 1 = the binary log too
 */
record ServerSettings(int flushLog, boolean logsChanges, int syncLog) {
    private static final String QUESTION = "select @@innodb_flush_log_at_trx_commit, @@log_bin, @@sync_binlog";

    /** Asks the server. One that does not tell is used all the same. */
    static List<StoreWarning> warnings(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            return row.next()
                    ? new ServerSettings(row.getInt(1), row.getBoolean(2), row.getInt(3)).warnings()
                    : List.of();
        } catch (SQLException e) {
            return List.of(new StoreWarning(
                    Kind.UNCHECKED,
                    "the database does not tell whether its commits outlive a power cut: " + e.getMessage()));
        }
    }

    /** What an operator should know. */
    List<StoreWarning> warnings() {
        List<StoreWarning> warnings = new ArrayList<>();
        if (flushLog != 1) {
            warnings.add(
                    new StoreWarning(
                            Kind.LATE_COMMITS,
                            "the database answers commits before they are on its disk (innodb_flush_log_at_trx_commit "
                                    + flushLog
                                    + "): after a power cut it may have forgotten starts, and tasks may run twice; set it to 1"));
        }
        if (logsChanges && syncLog != 1) {
            warnings.add(new StoreWarning(
                    Kind.LATE_BINARY_LOG,
                    "the database's binary log may lack its last commits after a power cut (sync_binlog " + syncLog
                            + "): a replica that takes over then forgets starts; set it to 1"));
        }
        return List.copyOf(warnings);
    }
}
