package io.baton.persistence.spool;

import io.baton.domain.port.ResultSpool;
import io.baton.domain.port.StoreException;
import io.baton.domain.port.TaskLedger.Finish;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends of runs in a folder, at most one file an incarnation: {@code <cluster>~<node>~<number>~<n>.spool}. Folder and file
 * come into being when the first end must be kept, and a file goes when it is empty; the next one has another n, so that
 * whoever still deletes the former one cannot hit it.
 */
public final class FileResultSpool implements ResultSpool, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileResultSpool.class);
    private static final String PORT = "ResultSpool";
    private static final String ENDING = ".spool";

    private final Path folder;
    private final String cluster;
    private final Map<Path, SpoolFile> found = new LinkedHashMap<>();
    private final Set<Path> refused = new HashSet<>();
    private @Nullable SpoolFile own;
    private int files;

    /**
     * @param folder need not be there
     * @param cluster {@code [a-z0-9-]{1,32}}: files of other clusters in the folder are left alone
     */
    public FileResultSpool(Path folder, String cluster) {
        this.folder = folder.toAbsolutePath();
        this.cluster = cluster;
    }

    @Override
    public synchronized List<Finish> keep(List<Finish> ends) {
        SpoolFile file = own;
        Set<Finish> fresh = new LinkedHashSet<>();
        List<Finish> over = new ArrayList<>();
        int size = file == null ? 0 : file.kept().size();
        for (Finish end : ends) {
            boolean known = fresh.contains(end) || (file != null && file.holds(end));
            if (!known && size + fresh.size() < MOST) {
                fresh.add(end);
            } else if (!known) {
                over.add(end);
            }
        }
        if (!fresh.isEmpty()) {
            write(List.copyOf(fresh));
        }
        return List.copyOf(over);
    }

    private void write(List<Finish> ends) {
        try {
            SpoolFile file = own == null ? create(ends.get(0)) : own;
            own = file;
            file.keep(ends);
        } catch (IOException e) {
            throw new StoreException(PORT, "keep of " + ends.size() + " ends in " + folder, e);
        }
    }

    private SpoolFile create(Finish first) throws IOException {
        Files.createDirectories(folder);
        String name = cluster + "~" + first.by().node() + "~" + first.by().number() + "~" + ++files + ENDING;
        SpoolFile created = SpoolFile.create(folder.resolve(name));
        force(folder);
        return created;
    }

    /** Puts the file's name on disk, where a folder can be opened; where it cannot, the file system sees to that. */
    private static void force(Path folder) {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be synced: {}", folder, e.getMessage());
        }
    }

    @Override
    public synchronized void forget(List<Finish> ends) {
        try {
            for (SpoolFile file : List.copyOf(found.values())) {
                file.forget(ends);
                if (file.kept().isEmpty()) {
                    found.remove(file.path());
                    file.delete();
                }
            }
            SpoolFile mine = own;
            if (mine != null) {
                mine.forget(ends);
                if (mine.kept().isEmpty()) {
                    own = null;
                    mine.delete();
                }
            }
        } catch (IOException e) {
            throw new StoreException(PORT, "forget of " + ends.size() + " ends in " + folder, e);
        }
    }

    @Override
    public synchronized LeftBehind leftBehind() {
        List<String> unreadable = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            look(unreadable);
        }
        List<Finish> ends = new ArrayList<>();
        found.values().forEach(file -> ends.addAll(file.kept()));
        return new LeftBehind(ends, unreadable);
    }

    private void look(List<String> unreadable) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, cluster + "~*" + ENDING)) {
            for (Path file : files) {
                take(file, unreadable);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new StoreException(PORT, "look for what was left behind in " + folder, e);
        }
    }

    private void take(Path file, List<String> unreadable) {
        try {
            Optional<SpoolFile> taken = SpoolFile.takeOver(file);
            if (taken.isPresent()) {
                unreadable.addAll(taken.get().unreadable());
                hold(taken.get());
            }
        } catch (NoSuchFileException e) {
            refused.remove(file); // its process has forgotten the last of it just now
        } catch (IOException e) {
            if (refused.add(file)) {
                unreadable.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void hold(SpoolFile taken) throws IOException {
        if (taken.kept().isEmpty()) {
            taken.delete();
        } else {
            found.put(taken.path(), taken);
        }
    }

    /** Ends it as the end of the process does: what is kept is left behind. */
    @Override
    public synchronized void close() throws IOException {
        for (SpoolFile file : found.values()) {
            file.close();
        }
        found.clear();
        if (own != null) {
            own.close();
            own = null;
        }
    }
}
