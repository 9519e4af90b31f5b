package io.baton.architecture.planted.domain.port;

/** A port that does too much. */
public interface WidePort {
    void one();

    void two();

    void three();

    void four();

    void five();

    void six();

    void seven();

    void eight();
}
