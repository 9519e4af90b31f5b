package io.baton.bootstrap.node;

import io.baton.application.Ports;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * What a test of faults changes about a node: its wall clock, and what stands between its core and its stores. The program
 * changes nothing.
 *
 * @param clock the wall clock of this node
 * @param ports given the real ports, returns those that the core gets
 */
public record Alterations(Clock clock, UnaryOperator<Ports> ports) {
    /** A node as it is. */
    public static final Alterations NONE = new Alterations(Clock.systemUTC(), ports -> ports);
}
