package io.baton.resilience.checker;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The due times of one job over its versions: an instant belongs to the version in force at it. */
final class ExpectedTimes {
    private ExpectedTimes() {}

    /** Those that must be accounted for: not those that lie less than {@code edited} ms before the next version. */
    static Map<Long, JobDefinition> demanded(List<JobDefinition> versions, long begin, long end, long edited) {
        Map<Long, JobDefinition> due = of(versions, begin, end);
        versions.stream()
                .filter(version -> version.version() > versions.get(0).version())
                .forEach(version -> due.keySet().removeIf(at -> at < version.from() && at >= version.from() - edited));
        return due;
    }

    /** Each due time in [begin, end) with the definition that it belongs to. @param versions of one job, ascending */
    static NavigableMap<Long, JobDefinition> of(List<JobDefinition> versions, long begin, long end) {
        TreeMap<Long, JobDefinition> due = new TreeMap<>();
        for (int i = 0; i < versions.size(); i++) {
            JobDefinition version = versions.get(i);
            long until =
                    i + 1 < versions.size() ? Math.min(end, versions.get(i + 1).from()) : end;
            if (version.state() == JobDefinition.State.ENABLED) {
                Schedule.parse(version.schedule())
                        .between(Math.max(begin, version.from()), until)
                        .forEach(at -> due.put(at, version));
            }
        }
        return due;
    }
}
