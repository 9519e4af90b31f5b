package io.baton.persistence;

import org.junit.jupiter.api.Nested;

/** What is the SQL adapter's own, on MariaDB, or on the MySQL that the tests were given. */
final class MariaDbStoreIT {
    @Nested
    class LedgerStoreIT extends LedgerStoreTest {
        @Override
        TestDatabase database() {
            return TestDatabase.mariaDb();
        }
    }

    @Nested
    class JobRowsIT extends JobRowsTest {
        @Override
        TestDatabase database() {
            return TestDatabase.mariaDb();
        }
    }
}
