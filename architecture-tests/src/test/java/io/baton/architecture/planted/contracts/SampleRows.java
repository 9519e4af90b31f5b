package io.baton.architecture.planted.contracts;

/** What a contract works with. */
public final class SampleRows {}
