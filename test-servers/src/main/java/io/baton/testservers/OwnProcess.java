package io.baton.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server process that this JVM started and ends; its methods wait for each other, but for {@link #close}. */
final class OwnProcess implements Control {
    private static final Logger LOG = LoggerFactory.getLogger(OwnProcess.class);

    /** 2 minutes: a server that is up in a second here may take long on a machine with much other load. */
    private static final Duration START = Duration.ofMinutes(2);
    /** 30 s for an orderly end, after which the process is killed. */
    private static final Duration END = Duration.ofSeconds(30);

    private final Launch launch;
    private volatile @Nullable Process process;

    private OwnProcess(Launch launch) {
        this.launch = launch;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @throws PortTakenException if its port was in use; the folder stays
     * @throws ServerFailedException if it does not answer; the folder is deleted
     */
    static OwnProcess start(Launch launch) {
        OwnProcess server = new OwnProcess(launch);
        JvmEnd.closes(server);
        try {
            server.begin();
            return server;
        } catch (PortTakenException e) {
            JvmEnd.forget(server);
            throw e;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public synchronized long pid() {
        return running().pid();
    }

    @Override
    public synchronized void stop() {
        if (isRunning()) {
            resume();
            end(running(), running()::destroy);
        }
    }

    @Override
    public synchronized void kill() {
        if (isRunning()) {
            end(running(), running()::destroyForcibly);
        }
    }

    @Override
    public synchronized void restart() {
        stop();
        begin();
    }

    @Override
    public synchronized void pause() {
        signal("STOP");
    }

    @Override
    public synchronized void resume() {
        signal("CONT");
    }

    /** Does not wait for a start that is under way in another thread, which may take minutes, but makes it fail. */
    @Override
    public void close() {
        Process ending = process;
        if (ending != null) {
            end(ending, ending::destroyForcibly);
        }
        JvmEnd.forget(this);
        Folders.discard(launch.folder());
    }

    @Override
    public String toString() {
        return launch.name();
    }

    private void begin() {
        ServerLog log = launch.log();
        long mark = log.size();
        Process started = launch.spawn();
        process = started;
        Await.until(launch.name() + " answers; its log is " + log, START, () -> {
            if (!started.isAlive()) {
                throw log.failure(launch.name() + " ended with code " + started.exitValue(), mark);
            }
            return launch.probe().answers(started.pid());
        });
        LOG.debug("{} runs as process {}", launch.name(), started.pid());
    }

    private boolean isRunning() {
        Process last = process;
        return last != null && last.isAlive();
    }

    private Process running() {
        Process last = process;
        if (last == null || !last.isAlive()) {
            throw new IllegalStateException(launch.name() + " is not running: restart() it first");
        }
        return last;
    }

    private void end(Process ending, Runnable signal) {
        signal.run();
        if (!hasEnded(ending)) {
            LOG.warn("{} did not end within {} s and is killed", launch.name(), END.toSeconds());
            ending.destroyForcibly();
            hasEnded(ending);
        }
    }

    private boolean hasEnded(Process ending) {
        try {
            return ending.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ending.destroyForcibly();
            throw new ServerFailedException("Interrupted while " + launch.name() + " ended: it was killed", e);
        }
    }

    /** Java has no call for these signals; the {@code kill} that is part of every shell has. */
    private void signal(String name) {
        String command = "kill -" + name + " " + pid();
        try {
            int code = new ProcessBuilder("sh", "-c", command).start().waitFor();
            if (code != 0) {
                throw new ServerFailedException(command + " failed for " + launch.name() + ": code " + code, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command + " failed for " + launch.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted during " + command, e);
        }
    }
}
