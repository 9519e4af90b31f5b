package io.baton.domain.task;

/**
 * Names one attempt to write, so that the winner of a race is read back and never guessed.
 *
 * @param text incarnation and sequence number, at most 100 characters; never used twice
 */
public record WriteToken(String text) {}
