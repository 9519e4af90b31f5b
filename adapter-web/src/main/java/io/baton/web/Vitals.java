package io.baton.web;

import io.baton.domain.port.StoreWarning;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a node tells of itself.
 *
 * @param metrics everything measured, in Prometheus' text format
 * @param warnings what an operator should know about its stores
 */
public record Vitals(Health health, Supplier<String> metrics, Supplier<List<StoreWarning>> warnings) {}
