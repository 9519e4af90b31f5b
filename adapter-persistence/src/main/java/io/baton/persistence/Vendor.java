package io.baton.persistence;

import java.util.Locale;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The kinds of database, told apart by the server's own words, and what differs between them. */
enum Vendor {
    MARIADB("MariaDB", SQLDialect.MARIADB),
    MYSQL("MySQL", SQLDialect.MYSQL),
    H2("H2", SQLDialect.H2);

    private final String label;
    private final SQLDialect dialect;

    Vendor(String label, SQLDialect dialect) {
        this.label = label;
        this.dialect = dialect;
    }

    /** @param product and version as the driver reports them; MariaDB names itself in its version only */
    static Vendor of(String product, String version) {
        String words = (product + " " + version).toLowerCase(Locale.ROOT);
        if (words.contains("mariadb")) {
            return MARIADB;
        }
        return words.contains("h2") ? H2 : MYSQL;
    }

    SQLDialect dialect() {
        return dialect;
    }

    /**
     * The dialect of statements that do nothing on a duplicate key: H2 in its MySQL mode has MySQL's form, which is
     * safe in a race, where the MERGE that jOOQ writes for H2 is not.
     */
    SQLDialect insertDialect() {
        return this == H2 ? SQLDialect.MARIADB : dialect;
    }

    /** {@code MariaDB 10.11.5}. */
    String words(String version) {
        String number = version.replaceAll("^5\\.5\\.5-", "").replaceAll("^([0-9]+(\\.[0-9]+)*).*", "$1");
        return label + " " + number;
    }

    /** The database's clock in UTC milliseconds, free of session time zones. */
    Field<Long> now() {
        return this == H2
                ? DSL.field(
                        "datediff(millisecond, timestamp with time zone '1970-01-01 00:00:00+00', current_timestamp(3))",
                        SQLDataType.BIGINT)
                : DSL.field(
                        "timestampdiff(microsecond, timestamp '1970-01-01 00:00:00', utc_timestamp(3)) div 1000",
                        SQLDataType.BIGINT);
    }
}
