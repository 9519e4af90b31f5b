package io.baton.architecture.planted.domain.port;

/** A port without a contract. */
public interface UnheldPort {
    void use();
}
