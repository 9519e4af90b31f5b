package io.baton.bootstrap.node;

import io.baton.application.jobs.ApplyJobFile;
import io.baton.domain.port.Marks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Applies a job file at start, if its content changed since it was last applied to this installation. */
final class JobFiles {
    private static final Logger LOG = System.getLogger(JobFiles.class.getName());

    private final ApplyJobFile files;
    private final Marks marks;
    private final Function<String, Map<String, Object>> reader;

    /** @param reader reads YAML or JSON; an {@link IllegalArgumentException} if it is neither */
    JobFiles(ApplyJobFile files, Marks marks, Function<String, Map<String, Object>> reader) {
        this.files = files;
        this.marks = marks;
        this.reader = reader;
    }

    /** @param name what to call the file; its digest is kept under it */
    void apply(String name, String text) {
        String mark = "job-file." + name.substring(Math.max(0, name.length() - 80));
        String digest = digest(text);
        if (marks.get(mark).equals(Optional.of(digest))) {
            LOG.log(Level.INFO, "job file {0}: unchanged since it was last applied", name);
            return;
        }
        List<ApplyJobFile.Line> lines = files.apply(reader.apply(text), false, false);
        long refused = lines.stream().filter(l -> l.result().equals("refused")).count();
        LOG.log(Level.INFO, "job file {0}: {1} jobs applied, {2} refused", name, lines.size() - refused, refused);
        lines.stream()
                .filter(l -> l.result().equals("refused"))
                .forEach(l -> LOG.log(Level.ERROR, "job file " + name + ": " + l.name() + " is refused: " + l.why()));
        if (refused == 0) {
            marks.put(mark, digest);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
