package io.baton.resilience.checker;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The due times of one job over its versions: an instant belongs to the version in force at it. */
final class ExpectedTimes {
    private ExpectedTimes() {}

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
