/** What the node measures, in the words of Prometheus: around the ports, so that the core knows nothing of it. */
@NullMarked
package io.baton.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
