package io.baton.domain.job;

/** What becomes of due times that passed while nobody could claim them by more than the misfire threshold. */
public enum Misfire {
    /** The latest is fired, the others are skipped in one summary row. */
    FIRE_ONCE,
    /** All are skipped in one summary row. */
    SKIP,
    /** The latest {@value #MOST_FIRED} are fired, older ones are skipped in one summary row. */
    FIRE_ALL;

    public static final int MOST_FIRED = 100;
}
