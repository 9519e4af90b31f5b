package io.baton.resilience.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A small disk in memory, mounted on a folder until it is closed. Only root may mount. */
final class SmallDisk implements AutoCloseable {
    private static final long MEBIBYTE = 1_048_576;
    /** 1 GiB: a disk that takes more is none of these. */
    private static final long MOST = 1_024 * MEBIBYTE;

    private static final int LARGE = 1_048_576;
    private static final int BLOCK = 4_096;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /**
     * @param mebibytes how much it holds
     * @throws IllegalStateException if this user may not mount
     */
    static SmallDisk on(Path folder, int mebibytes) {
        run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "baton-small-disk", folder.toString());
        return new SmallDisk(folder);
    }

    /** Whether this user may mount: root may, unless the machine is a container without that right. */
    static boolean allowed() {
        try {
            Path folder = Files.createTempDirectory("baton-small-disk");
            try (SmallDisk disk = on(folder, 1)) {
                return Files.getFileStore(disk.folder).getTotalSpace() == MEBIBYTE;
            } catch (IllegalStateException e) {
                return false;
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all space that is left, to the last block. */
    void fill() {
        fill(new byte[LARGE]);
        fill(new byte[BLOCK]);
    }

    private void fill(byte[] bytes) {
        try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (Files.size(ballast) <= MOST) {
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
