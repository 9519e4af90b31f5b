package io.baton.testservers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that has to be closed when this JVM ends in an orderly way; what was added last is closed first. */
final class JvmEnd {
    private static final Logger LOG = LoggerFactory.getLogger(JvmEnd.class);
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(JvmEnd::closeAll, "baton-test-servers-end"));
    }

    private JvmEnd() {}

    static void closes(AutoCloseable resource) {
        synchronized (OPEN) {
            OPEN.push(resource);
        }
    }

    static void forget(AutoCloseable resource) {
        synchronized (OPEN) {
            OPEN.removeIf(open -> open == resource);
        }
    }

    private static void closeAll() {
        List<AutoCloseable> left;
        synchronized (OPEN) {
            left = List.copyOf(OPEN);
        }
        left.forEach(JvmEnd::close);
    }

    @SuppressWarnings("try") // close() may be interrupted: there is nobody left to tell
    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("{} was not closed at the end of the JVM: its files may stay", resource, e);
        }
    }
}
