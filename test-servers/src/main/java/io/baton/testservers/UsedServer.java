package io.baton.testservers;

/**
 * A server that this JVM used, as reports name it.
 *
 * @param product name and version, e.g. {@code Redis 7.0.15}
 * @param rung where it came from
 * @param address host and port, without a password
 */
record UsedServer(String product, Rung rung, String address) {
    /** E.g. {@code Redis 7.0.15 (maven artifact)}. */
    String label() {
        return product + " (" + rung.label() + ")";
    }

    /** E.g. {@code Redis 7.0.15 (maven artifact) on 127.0.0.1:4711}. */
    @Override
    public String toString() {
        return label() + " on " + address;
    }
}
