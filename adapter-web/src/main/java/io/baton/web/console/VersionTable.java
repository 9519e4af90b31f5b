package io.baton.web.console;

import io.baton.application.jobs.JobWriter;
import io.baton.domain.access.Role;
import io.baton.domain.job.JobKey;
import io.baton.domain.port.JobVersions.JobVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a job was, version by version, each with what it changed. */
final class VersionTable {
    private final JobWriter writer;

    VersionTable(JobWriter writer) {
        this.writer = writer;
    }

    Html of(Visit visit, JobKey key, List<JobVersion> versions) {
        List<Tag> rows = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            JobVersion version = versions.get(i);
            Optional<JobVersion> before = i + 1 < versions.size() ? Optional.of(versions.get(i + 1)) : Optional.empty();
            String call = "POST /api/v1/jobs/" + Parts.url(key.toString()) + "/versions/"
                    + version.job().version() + ":restore";
            rows.add(Parts.row(
                    Html.text(String.valueOf(version.job().version())),
                    Parts.time(version.job().revision().effectiveFrom()),
                    version.deleted() ? Html.text(visit.say("version.deleted")) : changes(visit, version, before),
                    visit.may(Role.OPERATOR) && i > 0 && !version.deleted()
                            ? Parts.carefulButton(
                                            visit.say("act.restore"),
                                            call,
                                            visit.say(
                                                    "ask.restore", version.job().version()))
                                    .with("class", "")
                            : Html.NOTHING));
        }
        return Parts.table(
                List.of(visit.say("version.number"), visit.say("version.from"), visit.say("version.change"), ""),
                rows,
                visit.say("version.none"));
    }

    /** What a version changed, field by field. */
    private Html changes(Visit visit, JobVersion version, Optional<JobVersion> before) {
        if (before.isEmpty()) {
            return Html.text(visit.say("version.first"));
        }
        Map<String, Object> now = FieldWords.flat(writer.write(version.job()));
        Map<String, Object> then = FieldWords.flat(writer.write(before.get().job()));
        TreeSet<String> names = new TreeSet<>(now.keySet());
        names.addAll(then.keySet());
        Tag list = Tag.of("ul", "changes");
        for (String name : names) {
            String left = String.valueOf(then.getOrDefault(name, "–"));
            String right = String.valueOf(now.getOrDefault(name, "–"));
            if (!left.equals(right)) {
                list.add(Tag.of("li")
                        .add(
                                Tag.of("b").text(FieldWords.of(visit, name) + " "),
                                Tag.of("del").text(left),
                                Html.text(" → "),
                                Tag.of("ins").text(right)));
            }
        }
        return list;
    }
}
