package io.baton.resilience.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of 4 MiB in memory, mounted on a folder until it is closed. Only root may mount. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** @throws IllegalStateException if this user may not mount */
    static SmallDisk on(Path folder) {
        run("mount", "-t", "tmpfs", "-o", "size=4m", "baton-small-disk", folder.toString());
        return new SmallDisk(folder);
    }

    /** Takes all space that is left. */
    void fill() {
        byte[] bytes = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(folder).getUsableSpace() > 0) {
                out.write(bytes);
            }
        } catch (IOException e) {
            if (!Files.exists(ballast)) {
                throw new UncheckedIOException("the disk cannot be filled", e);
            }
        }
    }

    /** Gives it back. */
    void free() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException("the disk cannot be freed", e);
        }
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command[0] + " was refused: only root may mount");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command[0] + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
