package io.baton.domain.job;

/** What becomes of a firing while another firing of the same job runs, anywhere in the cluster. */
public enum Overlap {
    /** It runs beside it. */
    ALLOW,
    /** One waits for the end of the running one; later ones join the waiting one, that is, they are skipped. */
    QUEUE,
    /** It is skipped. */
    SKIP,
    /** The running one is cancelled, and it starts when that one has ended. */
    REPLACE;

    /** Whether at most one firing of the job may run at a time. */
    public boolean exclusive() {
        return this != ALLOW;
    }
}
