package io.baton.benchmarks.peer;

import io.baton.benchmarks.contender.Contender.Kind;
import io.baton.benchmarks.contender.Contender.Load;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;

/** JobRunr with its SQL storage. Its jobs are enqueued, not scheduled: its poll would add up to five seconds. */
public final class JobRunrPeer implements Peer {
    @Override
    public void seed(DataSource database, Load load, long due) {
        String kind = load.kind().name();
        StorageProvider storage = SqlStorageProviderFactory.using(database);
        JobRunr.configure()
                .useStorageProvider(storage)
                .initialize()
                .getJobScheduler()
                .enqueue(IntStream.range(0, load.jobs()).boxed(), n -> run(n, due, kind));
    }

    /** What it runs. */
    public static void run(int n, long due, String kind) {
        Peer.work(Kind.valueOf(kind), "t" + n, due);
    }

    @Override
    public Built build(DataSource database, Load load) {
        StorageProvider storage = SqlStorageProviderFactory.using(database);
        return () -> JobRunr.configure()
                .useStorageProvider(storage)
                .useBackgroundJobServer(BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(Duration.ofSeconds(5))
                        .andWorkerCount(Peer.threads(load)))
                .initialize();
    }
}
