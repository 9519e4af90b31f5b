package io.baton.architecture.planted.domain.port;

/** A port that answers by itself. */
public interface DefaultPort {
    default boolean granted() {
        return false;
    }
}
