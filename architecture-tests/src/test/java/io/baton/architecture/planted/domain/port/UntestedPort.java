package io.baton.architecture.planted.domain.port;

/** A port whose contract tries nothing. */
public interface UntestedPort {
    void use();
}
