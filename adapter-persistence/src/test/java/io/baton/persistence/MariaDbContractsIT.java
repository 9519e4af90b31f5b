package io.baton.persistence;

import io.baton.contracts.what.AccountsContract;
import io.baton.contracts.what.AuditLogContract;
import io.baton.contracts.what.ClaimContract;
import io.baton.contracts.what.ExclusiveContract;
import io.baton.contracts.what.ExclusiveShardsContract;
import io.baton.contracts.what.FinishContract;
import io.baton.contracts.what.JobRepositoryContract;
import io.baton.contracts.what.JobVersionsContract;
import io.baton.contracts.what.LedgerRecoveryContract;
import io.baton.contracts.what.MarksContract;
import io.baton.contracts.what.MoveAndDropContract;
import io.baton.contracts.what.NodeWitnessContract;
import io.baton.contracts.what.RunLogsContract;
import io.baton.contracts.what.SessionsAndTokensContract;
import io.baton.contracts.what.SettleAndPurgeContract;
import io.baton.contracts.what.StartContract;
import io.baton.contracts.what.TaskHistoryContract;
import io.baton.contracts.what.WatermarksContract;
import io.baton.contracts.what.WhatStores;
import org.junit.jupiter.api.Nested;

/** The ports' law on MariaDB, or on the MySQL that the tests were given. */
final class MariaDbContractsIT {
    @Nested
    class ClaimIT extends ClaimContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class StartIT extends StartContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class FinishIT extends FinishContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class MoveAndDropIT extends MoveAndDropContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class ExclusiveIT extends ExclusiveContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class ExclusiveShardsIT extends ExclusiveShardsContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class LedgerRecoveryIT extends LedgerRecoveryContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class SettleAndPurgeIT extends SettleAndPurgeContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class WatermarksIT extends WatermarksContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class TaskHistoryIT extends TaskHistoryContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class JobRepositoryIT extends JobRepositoryContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class MarksIT extends MarksContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class NodeWitnessIT extends NodeWitnessContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class AccountsIT extends AccountsContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class SessionsAndTokensIT extends SessionsAndTokensContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class AuditLogIT extends AuditLogContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class RunLogsIT extends RunLogsContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }

    @Nested
    class JobVersionsIT extends JobVersionsContract {
        @Override
        protected WhatStores open() {
            return new SqlStores(TestDatabase.mariaDb());
        }
    }
}
