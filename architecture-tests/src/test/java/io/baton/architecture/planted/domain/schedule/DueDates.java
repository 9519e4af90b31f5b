package io.baton.architecture.planted.domain.schedule;

/** The product's schedules. */
public final class DueDates {}
