package io.baton.application;

import java.util.concurrent.Executor;

/**
 * Who does a node's work.
 *
 * @param steps runs the batches; it never refuses
 * @param workers runs the methods of tasks; it never refuses as many as there are slots
 * @param timer runs things later
 */
public record Hands(Executor steps, Executor workers, Timer timer) {}
