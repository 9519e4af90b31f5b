package io.baton.persistence.spool;

import io.baton.domain.port.TaskLedger.Finish;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file of one process. Whoever has it open holds the operating system's lock on it, which ends with the process and
 * with nothing else: a file that can be locked is a dead one's.
 *
 * <p>Lines are only ever added: ends that are kept, and names of those that are forgotten. Each writing begins with a line
 * break, so that what a crash cut off spoils no later line. Not safe for many threads.
 */
final class SpoolFile implements Closeable {
    /** 64 MiB: the most ends with the longest errors, and room for names of forgotten ones. */
    private static final int LARGEST = 64 << 20;

    /**
     * What this JVM has open. Its second handle on a file must not be opened at all: closing that would release the lock
     * of the first (POSIX locks belong to the process).
     */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final RandomAccessFile file;
    private final Map<SpoolName, Finish> kept = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    private SpoolFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /** A new file of this process. @throws IOException also if it is there already */
    static SpoolFile create(Path path) throws IOException {
        Files.createFile(path);
        return Optional.ofNullable(open(path.toRealPath()))
                .orElseThrow(() -> new IOException(path + " is locked by another process before this one has used it"));
    }

    /** The file of a dead process, now this one's; empty if its process lives or another has taken it over. */
    static Optional<SpoolFile> takeOver(Path path) throws IOException {
        SpoolFile taken = open(path.toRealPath());
        if (taken == null) {
            return Optional.empty();
        }
        try {
            taken.read();
            return Optional.of(taken);
        } catch (IOException e) {
            taken.close();
            throw e;
        }
    }

    private static @Nullable SpoolFile open(Path real) throws IOException {
        if (!OPEN_HERE.add(real)) {
            return null;
        }
        RandomAccessFile file = null;
        try {
            // Not a FileChannel of its own: an interrupt would close that, and its lock with it.
            file = new RandomAccessFile(real.toFile(), "rw");
            FileLock lock = file.getChannel().tryLock();
            if (lock != null) {
                return new SpoolFile(real, file);
            }
        } catch (IOException | OverlappingFileLockException e) {
            abandon(real, file);
            throw new IOException(real + ": " + e.getMessage(), e);
        }
        abandon(real, file);
        return null;
    }

    private static void abandon(Path real, @Nullable RandomAccessFile file) throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            OPEN_HERE.remove(real);
        }
    }

    private void read() throws IOException {
        byte[] all = new byte[(int) Math.min(file.length(), LARGEST)];
        file.seek(0);
        file.readFully(all);
        int number = 0;
        for (String line : new String(all, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (!line.isEmpty()) {
                read(line, number);
            }
        }
    }

    private void read(String line, int number) {
        try {
            SpoolLine read = SpoolLine.parse(line);
            read.end().ifPresentOrElse(end -> kept.put(read.name(), end), () -> kept.remove(read.name()));
        } catch (IllegalArgumentException e) {
            unreadable.add(path.getFileName() + " line " + number + ": " + e.getMessage());
        }
    }

    Path path() {
        return path;
    }

    Collection<Finish> kept() {
        return kept.values();
    }

    boolean holds(Finish end) {
        return kept.containsKey(SpoolName.of(end));
    }

    /** What could not be read, told once. */
    List<String> unreadable() {
        List<String> told = List.copyOf(unreadable);
        unreadable.clear();
        return told;
    }

    /** On disk when it returns. */
    void keep(List<Finish> ends) throws IOException {
        append(ends.stream().map(SpoolLine::kept));
        ends.forEach(end -> kept.put(SpoolName.of(end), end));
    }

    void forget(List<Finish> ends) throws IOException {
        List<SpoolName> names =
                ends.stream().filter(this::holds).map(SpoolName::of).distinct().toList();
        if (names.isEmpty()) {
            return;
        }
        names.forEach(kept::remove);
        if (!kept.isEmpty()) {
            append(names.stream().map(SpoolLine::forgotten));
        }
    }

    private void append(Stream<SpoolLine> lines) throws IOException {
        byte[] bytes = lines.map(SpoolLine::text)
                .collect(Collectors.joining("\n", "\n", "\n"))
                .getBytes(StandardCharsets.US_ASCII);
        long end = file.length();
        if (end + bytes.length > LARGEST) {
            throw new IOException(path + " would be larger than " + LARGEST + " bytes; it shrinks once it is empty");
        }
        try {
            file.seek(end);
            file.write(bytes);
            file.getFD().sync();
        } catch (IOException e) {
            file.setLength(end); // which fails too if the disk is gone: the torn line is passed over then
            throw e;
        }
    }

    /** The file goes, emptied first: whoever has opened it by now and waits for its lock finds nothing. */
    void delete() throws IOException {
        try (this) {
            file.setLength(0);
            Files.deleteIfExists(path);
        }
    }

    /** As the end of the process does: what is kept is left behind. */
    @Override
    public void close() throws IOException {
        abandon(path, file);
    }
}
