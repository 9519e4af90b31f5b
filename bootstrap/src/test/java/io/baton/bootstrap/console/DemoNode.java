package io.baton.bootstrap.console;

import io.baton.application.access.Caller;
import io.baton.application.access.Secrets;
import io.baton.application.jobs.ApplyJobFile;
import io.baton.application.office.Office;
import io.baton.bootstrap.BatonNode;
import io.baton.bootstrap.access.FreshSecrets;
import io.baton.bootstrap.demo.DemoTask;
import io.baton.bootstrap.jobs.JobFileReader;
import io.baton.domain.access.Rights;
import io.baton.domain.access.UserName;
import io.baton.domain.job.JobKey;
import io.baton.domain.job.JobSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A node, standalone unless its settings say otherwise, with the tasks of the demo, and a way to do in one line what is not what a test is about. */
final class DemoNode implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final Caller TEST = new Caller("test", Rights.ADMIN, "here");

    private final BatonNode node;

    DemoNode(Path folder) {
        this(Map.of("baton.db.url", "jdbc:h2:" + folder.resolve("db").toAbsolutePath()));
    }

    /** @param settings those of its stores, and what else is to differ */
    DemoNode(Map<String, String> settings) {
        BatonNode.Builder builder = BatonNode.builder()
                .set("baton.node.id", "node-1")
                .set("baton.http.port", "0")
                .set("baton.node.drain-timeout", "1s")
                .task("demoTask", new DemoTask());
        settings.forEach(builder::set);
        node = builder.start();
    }

    String address() {
        return "http://127.0.0.1:" + node.httpPort();
    }

    Office office() {
        return node.office();
    }

    /** The secret of a fresh set-up link. */
    String link() {
        return office().entrance().setUp().open(new Secrets(new FreshSecrets())).orElseThrow();
    }

    void user(String name, Rights rights) {
        office().people().users().create(TEST, new UserName(name), PASSWORD, rights);
    }

    List<ApplyJobFile.Line> apply(String yaml) {
        return office().counters().jobs().apply(TEST, new JobFileReader().read(yaml), false, false);
    }

    JobSpec spec(String job) {
        return office().counters()
                .jobs()
                .find(TEST, JobKey.parse(job))
                .orElseThrow()
                .spec();
    }

    boolean has(String job) {
        return office().counters().jobs().find(TEST, JobKey.parse(job)).isPresent();
    }

    void demoJobs() {
        apply(new JobFileReader().demoJobsText());
    }

    @Override
    public void close() {
        node.close();
    }
}
