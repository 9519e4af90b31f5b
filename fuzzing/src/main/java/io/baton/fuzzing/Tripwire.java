package io.baton.fuzzing;

/** A class that tells when it is initialised: attack strings name it, and nobody may come to load it through them. */
public final class Tripwire {
    /** The system property that its initialiser sets. */
    public static final String PROPERTY = "baton.fuzzing.tripped";

    static {
        System.setProperty(PROPERTY, "true");
    }

    public Tripwire() {}

    /** What a target string would call. */
    public void trip(String how) {
        System.setProperty(PROPERTY, how);
    }
}
