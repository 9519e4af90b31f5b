package io.baton.domain.job;

/** What is promised for a task whose node vanished while it ran. */
public enum Delivery {
    /** Each attempt is started at most once; a task whose node vanished ends LOST. */
    AT_MOST_ONCE,
    /** It is started again after a recorded recovery, at most {@value #MOST_RECOVERIES} times. */
    AT_LEAST_ONCE;

    /** After so many recoveries a task ends DEAD: it seems to kill its nodes. */
    public static final int MOST_RECOVERIES = 3;
}
