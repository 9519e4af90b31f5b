/**
 * The node with fail points: the program's own classes, with something between its core and its stores that ends the
 * process at a named step, a wall clock that is wrong, time zones whose clocks change soon, or a master lease that is always
 * granted. None of it is in the jar.
 */
@NullMarked
package io.baton.resilience.faulty;

import org.jspecify.annotations.NullMarked;
