package io.baton.web;

import java.util.function.Supplier;

/**
 * What a node tells of itself.
 *
 * @param metrics everything measured, in Prometheus' text format
 */
public record Vitals(Health health, Supplier<String> metrics) {}
