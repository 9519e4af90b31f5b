package io.baton.domain.job;

/**
 * Where a job may run.
 *
 * @param spread over which nodes its tasks go
 * @param shards 1..1,000; the number of tasks of {@link Spread#SHARDS}, 1 for the others
 * @param labels what a node must have
 */
public record Placement(Spread spread, int shards, Labels labels) {
    public static final int MOST_SHARDS = 1000;
    public static final Placement ANYWHERE = new Placement(Spread.ANY, 1, Labels.NONE);

    public Placement {
        if (shards < 1 || shards > MOST_SHARDS || (shards > 1 && spread != Spread.SHARDS)) {
            throw new IllegalArgumentException("shards " + shards + " is out of range: 1 to " + MOST_SHARDS
                    + ", and 1 unless the placement is shards");
        }
    }
}
