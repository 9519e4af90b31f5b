/** What the proxy does to connections, on loopback. */
@NullMarked
package io.baton.resilience.proxy;

import org.jspecify.annotations.NullMarked;
