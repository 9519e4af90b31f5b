package io.baton.bootstrap.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Closes what is not needed any more; a failure of that is worth a line and nothing else. */
final class Quietly {
    private static final Logger LOG = System.getLogger(Quietly.class.getName());

    private Quietly() {}

    static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) { // AutoCloseable may throw anything
            LOG.log(Level.DEBUG, "not closed well", e);
        }
    }
}
