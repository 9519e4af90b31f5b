package io.baton.persistence;

import org.junit.jupiter.api.Nested;

/** What is the SQL adapter's own, on H2. */
final class H2StoreIT {
    @Nested
    class LedgerStoreIT extends LedgerStoreTest {
        @Override
        TestDatabase database() {
            return TestDatabase.h2();
        }
    }

    @Nested
    class JobRowsIT extends JobRowsTest {
        @Override
        TestDatabase database() {
            return TestDatabase.h2();
        }
    }
}
