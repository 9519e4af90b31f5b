package io.baton.bootstrap.jobs;

import io.baton.bootstrap.document.DocumentException;
import io.baton.bootstrap.document.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads job files, in YAML or JSON, as trees: maps, lists, texts, numbers, booleans and nulls, all unmodifiable. Dates
 * and durations stay texts. What the fields mean is for the application to say.
 */
public final class JobFileReader {
    private final DocumentReader documents = DocumentReader.typed();

    /** @throws DocumentException if the text is neither YAML nor JSON; it tells line and column */
    public Map<String, Object> read(String text) {
        return documents.read(text);
    }

    /**
     * @throws DocumentException as above
     * @throws IOException if the file cannot be read
     */
    public Map<String, Object> read(Path file) throws IOException {
        return documents.read(file);
    }

    /** The jobs that {@code --demo} brings. */
    public Map<String, Object> demoJobs() {
        return read(demoJobsText());
    }

    /** The text of the jobs that {@code --demo} brings. */
    public String demoJobsText() {
        try (var in = JobFileReader.class.getResourceAsStream("/demo-jobs.yaml")) {
            if (in == null) {
                throw new IllegalStateException("demo-jobs.yaml is missing in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("demo-jobs.yaml in this build cannot be read", unreadable);
        }
    }
}
