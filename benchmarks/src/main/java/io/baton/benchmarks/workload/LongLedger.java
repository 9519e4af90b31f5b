package io.baton.benchmarks.workload;

import io.baton.benchmarks.arena.Room;
import io.baton.benchmarks.contender.Baton;
import io.baton.benchmarks.contender.Contender.Load;
import io.baton.benchmarks.node.History;
import io.baton.benchmarks.node.StartUp;
import io.baton.benchmarks.result.Figure.Subject;
import io.baton.benchmarks.result.Measured;
import io.baton.benchmarks.result.Target;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** G: jobs of each second beside no rows, and beside very many ended runs in the ledger. */
public final class LongLedger implements Workload {
    private static final int OLD_JOBS = 1_000;
    private static final int AIMED = 1_000;

    @Override
    public void play(Round round) {
        Load load = new Load(round.size().of(100, AIMED), round.size().of(5, 60));
        for (int rows : List.of(0, round.size().of(50_000, 10_000_000))) {
            String setting = String.format(Locale.ROOT, "ledger of %,d rows, %,d/s on the second", rows, load.jobs());
            Room room = round.arena().room("ledger-" + rows);
            filled(room, rows);
            Measured measured = Measuring.measure(
                    room, new Baton(), load, 2, String.format(Locale.ROOT, "ledger of %,d rows", rows));
            round.found().add("G", measured);
            Subject subject = new Subject("G", setting, Baton.NAME);
            Lateness.add(round, subject, measured, Target.atMost(150).when(load.jobs() == AIMED));
            round.found()
                    .add(subject.figure(
                            "processor seconds of the database, 1,000 executions",
                            "s",
                            measured.cost().databaseSeconds() * 1_000));
        }
    }

    private static void filled(Room room, int rows) {
        try {
            StartUp.schema(room);
            History.runs(room, rows, OLD_JOBS, "demoTask.noParams");
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be filled: " + e.getMessage(), e);
        }
    }
}
