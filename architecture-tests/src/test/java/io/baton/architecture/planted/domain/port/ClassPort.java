package io.baton.architecture.planted.domain.port;

/** A port that is a class. */
public final class ClassPort {}
