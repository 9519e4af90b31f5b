package io.baton.architecture.planted.stray;

/** Stands where no rule looks. */
public final class Stray {}
