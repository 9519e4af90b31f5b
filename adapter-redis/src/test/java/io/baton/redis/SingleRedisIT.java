package io.baton.redis;

import io.baton.contracts.where.DeadLettersContract;
import io.baton.contracts.where.MasterLeaseContract;
import io.baton.contracts.where.NodeRegistryContract;
import io.baton.contracts.where.PresenceContract;
import io.baton.contracts.where.QueueRecoveryContract;
import io.baton.contracts.where.QueueTakingContract;
import io.baton.contracts.where.RawMessagesContract;
import io.baton.contracts.where.RawWhereStore;
import io.baton.contracts.where.TaskLockContract;
import io.baton.contracts.where.TaskQueueContract;
import io.baton.contracts.where.WhereStore;
import io.baton.testservers.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contracts of all ports against one Redis server. */
final class SingleRedisIT {
    private static final String URI = TestServers.redis().uri();
    private static RawRedis raw;

    @BeforeAll
    static void connect() {
        raw = RawRedis.at(URI);
    }

    @AfterAll
    static void disconnect() {
        raw.close();
    }

    private static RawWhereStore store() {
        return new RedisWhereStore(URI, raw);
    }

    @Nested
    final class NodeRegistry extends NodeRegistryContract {
        @Override
        protected WhereStore open() {
            return store();
        }
    }

    @Nested
    final class Presence extends PresenceContract {
        @Override
        protected WhereStore open() {
            return store();
        }
    }

    @Nested
    final class TaskQueue extends TaskQueueContract {
        @Override
        protected WhereStore open() {
            return store();
        }
    }

    @Nested
    final class QueueTaking extends QueueTakingContract {
        @Override
        protected WhereStore open() {
            return store();
        }
    }

    @Nested
    final class QueueRecovery extends QueueRecoveryContract {
        @Override
        protected WhereStore open() {
            return store();
        }
    }

    @Nested
    final class DeadLetters extends DeadLettersContract {
        @Override
        protected WhereStore open() {
            return store();
        }
    }

    @Nested
    final class TaskLock extends TaskLockContract {
        @Override
        protected WhereStore open() {
            return store();
        }
    }

    @Nested
    final class MasterLease extends MasterLeaseContract {
        @Override
        protected WhereStore open() {
            return store();
        }
    }

    @Nested
    final class RawMessages extends RawMessagesContract {
        @Override
        protected RawWhereStore open() {
            return store();
        }
    }
}
