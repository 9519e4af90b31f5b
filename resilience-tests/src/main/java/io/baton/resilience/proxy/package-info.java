/**
 * A proxy between a node and a server that does to their connections what bad networks do.
 */
@NullMarked
package io.baton.resilience.proxy;

import org.jspecify.annotations.NullMarked;
