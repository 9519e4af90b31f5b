package io.baton.resilience.catalogue;

import io.baton.resilience.cluster.NodeApi;
import io.baton.resilience.cluster.NodeProcess;
import io.baton.resilience.proxy.Weather;
import java.io.UncheckedIOException;
import java.util.List;

/** Operators change jobs while things go wrong. */
final class Edits {
    private static final List<String> CRONS = List.of("0/2 * * * * ?", "* * * * * ?", "0/3 * * * * ?");

    private Edits() {}

    static List<FaultRow> rows() {
        return List.of(
                new FaultRow(
                        "T-E1",
                        "jobs are edited, paused and deleted while a slave dies and replies are cut",
                        Setting.USUAL.with(TrafficKind.EDITED),
                        Edits::edited),
                new FaultRow(
                        "T-E2",
                        "every question for the jobs' definitions fails for 10 s",
                        Reconciling::definitionsUnreadable),
                new FaultRow(
                        "T-E2b",
                        "the database shows no jobs at all, until the nodes believe it",
                        Reconciling::definitionsEmpty),
                new FaultRow(
                        "T-B1",
                        "the database is restored from a backup 8 s old, as docs/operations.md says",
                        Setting.USUAL.lasting(45),
                        Restored::older));
    }

    private static void edited(Stage stage) {
        NodeProcess slave = stage.slave();
        int done = 0;
        for (int second = 5; second < 27; second++) {
            stage.awaitSecond(second);
            if (second == 8) {
                stage.fault("killed", slave.id());
                slave.kill();
                Felt.gone(stage, slave);
            }
            if (second > 11 && second < 22) {
                stage.fault("replies cut", "");
                stage.redisWeather(Weather.CutReplies.next(1));
                stage.databaseWeather(Weather.CutReplies.next(1));
            }
            done += edit(stage, second) ? 1 : 0;
        }
        stage.redisWeather(Weather.FAIR);
        stage.databaseWeather(Weather.FAIR);
        stage.healed("replies cut", "");
        stage.figure(done + " changes of 22 were granted");
        stage.expect(done > 10, "T.edited0", "only " + done + " changes of 22 were granted");
    }

    /** One change of one job. @return whether it was granted; what was refused may have been done all the same */
    private static boolean edit(Stage stage, int second) {
        String job = TrafficKind.EDITED.names().get(second % 3);
        NodeApi api = stage.cluster().api();
        try {
            switch (second / 3 % 4) {
                case 0 -> api.post("/jobs/" + job + "/pause", "");
                case 1 -> api.post("/jobs/" + job + "/resume", "");
                case 2 -> api.apply("jobs:\n" + line(stage, job, CRONS.get(second % CRONS.size())));
                default -> {
                    api.delete("/jobs/" + job);
                    api.apply("jobs:\n" + line(stage, job, CRONS.get(second % CRONS.size())));
                }
            }
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            return false;
        }
    }

    private static String line(Stage stage, String job, String cron) {
        return TrafficKind.EDITED.line(
                job, new When.Cron(cron), stage.jobs().from(), stage.jobs().until());
    }
}
