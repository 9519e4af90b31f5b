/** The node put together: ports opened by the settings, the core built on them, threads that drive it, and its end. */
@NullMarked
package io.baton.bootstrap.node;

import org.jspecify.annotations.NullMarked;
