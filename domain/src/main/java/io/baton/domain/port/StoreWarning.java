package io.baton.domain.port;

/**
 * What an operator should know about how a server keeps what Baton gives it.
 *
 * @param text one sentence with what was found and what to do, for the log
 */
public record StoreWarning(Kind kind, String text) {
    /** What it is about. */
    public enum Kind {
        /** Redis may throw keys away when its memory is full. */
        EVICTION,
        /** Redis keeps nothing over a restart. */
        NO_APPEND_ONLY_FILE,
        /** Redis answers writes that no replica has. */
        REPLICAS_BEHIND,
        /** The server's version has a known hole, unless its distributor has mended it. */
        UNPATCHED,
        /** The server does not tell. */
        UNCHECKED,
        /** The database answers commits that are not on its disk. */
        LATE_COMMITS,
        /** The database's binary log may lack its last commits. */
        LATE_BINARY_LOG
    }
}
