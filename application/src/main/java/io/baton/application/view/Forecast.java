package io.baton.application.view;

import io.baton.application.jobs.JobReconciler;
import io.baton.application.view.ClusterReconcile.Counts;
import io.baton.domain.job.JobKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What reconciling a node would change.
 *
 * @param counts of all changes
 * @param changes as many of them as an answer holds, removals first
 */
public record Forecast(Counts counts, List<Change> changes) {
    /** 850 characters: with the numbers and the wish's id it fits into a mark. */
    private static final int LONGEST = 850;

    public Forecast {
        changes = List.copyOf(changes);
    }

    /** What would become of a job. */
    public record Change(Kind kind, JobKey job) {
        String text() {
            return kind.sign + job.toString();
        }

        static Change parse(String text) {
            Kind kind = Arrays.stream(Kind.values())
                    .filter(one -> text.charAt(0) == one.sign)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + text + "' begins with none of - + ~ !"));
            return new Change(kind, JobKey.parse(text.substring(1)));
        }
    }

    public enum Kind {
        REMOVE('-'),
        CREATE('+'),
        UPDATE('~'),
        /** It cannot be read as it stands, and would be disarmed. */
        FAIL('!');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }
    }

    static Forecast of(JobReconciler.Report report) {
        List<Change> changes = new ArrayList<>();
        add(Kind.REMOVE, report.removed(), changes);
        add(Kind.FAIL, report.failed().keySet(), changes);
        add(Kind.UPDATE, report.updated(), changes);
        add(Kind.CREATE, report.created(), changes);
        return new Forecast(Counts.of(report), fitting(changes));
    }

    private static void add(Kind kind, Collection<JobKey> jobs, List<Change> into) {
        jobs.stream().sorted().forEach(job -> into.add(new Change(kind, job)));
    }

    private static List<Change> fitting(List<Change> changes) {
        int length = 0;
        for (int i = 0; i < changes.size(); i++) {
            length += changes.get(i).text().length() + 1;
            if (length > LONGEST) {
                return changes.subList(0, i);
            }
        }
        return changes;
    }

    String text() {
        StringBuilder text = new StringBuilder(counts.text());
        changes.forEach(change -> text.append(' ').append(change.text()));
        return text.toString();
    }

    static Forecast parse(String text) {
        List<String> words = List.of(text.split(" "));
        return new Forecast(
                Counts.parse(text),
                words.subList(4, words.size()).stream().map(Change::parse).toList());
    }
}
