/** The node's core: every use case, built once from the ports, and the cycles that keep it going. */
@NullMarked
package io.baton.application.core;

import org.jspecify.annotations.NullMarked;
