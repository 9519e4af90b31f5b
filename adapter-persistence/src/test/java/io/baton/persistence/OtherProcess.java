package io.baton.persistence;

import io.baton.contracts.what.Jobs;
import io.baton.contracts.what.Rows;
import io.baton.domain.job.Job;
import io.baton.domain.job.JobKey;
import io.baton.domain.node.Incarnation;
import io.baton.domain.task.WriteToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that opens a database, claims firings without end, and is killed. */
final class OtherProcess implements AutoCloseable {
    static final Incarnation OWNER = Incarnation.parse("other/o1");
    static final JobKey JOB = JobKey.parse("OTHER.job");

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Returns once it has the database open. */
    static OtherProcess opening(String url) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), OtherProcess.class.getName(), url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        OtherProcess other = new OtherProcess(process);
        other.awaitClaim();
        return other;
    }

    /** The scheduled time of the next firing whose claim was committed. */
    String awaitClaim() throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("won ")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the other process ended");
        }
        return line.substring("won ".length());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it as {@code kill -9} does, and returns when it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** The other process's program. */
    public static void main(String[] args) {
        Database database = Database.open(new DatabaseSettings(args[0], "", "", "test", 6));
        Job job = database.jobs().save(JOB, Jobs.plain(), true, 0).job().orElseThrow();
        database.witness().enrol(OWNER, Duration.ofSeconds(30));
        Instant due = database.recovery().now().minusSeconds(3600);
        for (int i = 0; ; i++) {
            database.ledger()
                    .claim(List.of(Rows.running(job, due.plusMillis(i), OWNER)), new WriteToken("other/o1#" + i));
            System.out.println("won " + due.plusMillis(i).toEpochMilli());
        }
    }
}
