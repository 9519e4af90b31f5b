package io.baton.bootstrap.command;

import io.baton.persistence.Database;
import io.baton.quartz.QuartzTriggers;
import io.baton.web.WebServer;
import java.lang.System.Logger.Level;

/**
 * Loads the classes that a start needs last while it does what it does first. The time of a start goes into loading some
 * 6,000 classes, and one thread alone cannot use a second processor for that.
 */
final class WarmUp implements Runnable {
    private WarmUp() {}

    /** Returns at once. The log must be set up: libraries write to it. */
    static void begin() {
        Thread thread = new Thread(new WarmUp(), "baton-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            Database.warmUp();
            WebServer.warmUp();
            new QuartzTriggers("warm-up", (job, version, due) -> {}).stop();
        } catch (RuntimeException e) {
            // Whatever is wrong shows again where it matters, in words for the operator.
            System.getLogger(WarmUp.class.getName()).log(Level.DEBUG, "not warm", e);
        }
    }
}
