package io.baton.domain.queue;

/**
 * Names one message in one in-flight set.
 *
 * @param text 1..64 characters of {@code [A-Za-z0-9_-]}, so that it also serves as a request id
 */
public record Receipt(String text) {}
