package io.baton.architecture.planted.domain.port;

/** A port as it should be. */
public interface GoodPort {
    void use();
}
