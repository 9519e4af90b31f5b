package io.baton.bootstrap.node;

import io.baton.application.access.Caller;
import io.baton.application.jobs.ApplyJobFile.Line;
import io.baton.application.office.JobOffice;
import io.baton.domain.access.Rights;
import io.baton.domain.port.Marks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Applies a job file at start, if its content changed since it was last applied to this installation. Of a file that did
 * not change, the jobs that were refused are tried again, and no others: they may have been edited since.
 */
final class JobFiles {
    private static final Logger LOG = System.getLogger(JobFiles.class.getName());
    /** 80 characters, so that a mark's name has at most 100. */
    private static final int LONGEST_NAME = 80;

    private final JobOffice office;
    private final Marks marks;
    private final Function<String, Map<String, Object>> reader;
    private final String node;

    /**
     * @param reader reads YAML or JSON; an {@link IllegalArgumentException} if it is neither
     * @param node whose file it is, for the audit
     */
    JobFiles(JobOffice office, Marks marks, Function<String, Map<String, Object>> reader, String node) {
        this.office = office;
        this.marks = marks;
        this.reader = reader;
        this.node = node;
    }

    /** @param name what to call the file; what became of it is kept under it */
    void apply(String name, String text) {
        String end = name.substring(Math.max(0, name.length() - LONGEST_NAME));
        String key = "job-file." + end;
        JobFileMark now = JobFileMark.of(text);
        Optional<JobFileMark> before = marks.get(key)
                .map(JobFileMark::parse)
                .filter(mark -> mark.digest().equals(now.digest()));
        if (before.isPresent() && before.get().refused().isEmpty()) {
            LOG.log(Level.INFO, "job file {0}: unchanged since it was last applied", name);
            return;
        }
        Caller caller = new Caller("job-file:" + end, Rights.ADMIN, node);
        Map<Integer, Line> lines =
                before.map(mark -> again(caller, text, mark.refused())).orElseGet(() -> all(caller, text));
        report(name, lines.values(), before.isPresent());
        marks.put(key, text(name, now, refused(lines)));
    }

    private static String text(String name, JobFileMark mark, List<Integer> refused) {
        if (mark.refusing(refused).fits()) {
            return mark.refusing(refused).text();
        }
        LOG.log(
                Level.WARNING,
                "job file {0}: too many of its jobs are refused to remember which; none is tried again until it changes",
                name);
        return mark.text();
    }

    private Map<Integer, Line> all(Caller caller, String text) {
        Map<Integer, Line> lines = new LinkedHashMap<>();
        office.apply(caller, reader.apply(text), false, false).forEach(line -> lines.put(lines.size(), line));
        return lines;
    }

    /** The other jobs give way to empty places, so that a refusal names the right position. */
    private Map<Integer, Line> again(Caller caller, String text, List<Integer> positions) {
        Map<String, Object> file = reader.apply(text);
        List<Object> jobs = new ArrayList<>();
        if (file.get("jobs") instanceof List<?> list) {
            list.forEach(job -> jobs.add(positions.contains(jobs.size()) ? job : ""));
        }
        List<Line> lines = office.apply(caller, Map.of("jobs", jobs), false, false);
        Map<Integer, Line> tried = new LinkedHashMap<>();
        positions.stream().filter(at -> at < lines.size()).forEach(at -> tried.put(at, lines.get(at)));
        return tried;
    }

    /** Where jobs stand that may be taken another time: not those whose name another one of the file has. */
    private static List<Integer> refused(Map<Integer, Line> lines) {
        Set<String> names = new HashSet<>();
        List<Integer> refused = new ArrayList<>();
        lines.forEach((at, line) -> {
            if (names.add(line.name()) && isRefused(line)) {
                refused.add(at);
            }
        });
        return refused;
    }

    private static boolean isRefused(Line line) {
        return line.result().equals("refused");
    }

    private static void report(String name, Collection<Line> lines, boolean again) {
        long refused = lines.stream().filter(JobFiles::isRefused).count();
        LOG.log(
                Level.INFO,
                "job file {0}: {1}{2} jobs applied, {3} refused",
                name,
                again ? "unchanged; of those that were refused, " : "",
                lines.size() - refused,
                refused);
        lines.stream()
                .filter(JobFiles::isRefused)
                .forEach(l -> LOG.log(Level.ERROR, "job file " + name + ": " + l.name() + " is refused: " + l.why()));
    }
}
