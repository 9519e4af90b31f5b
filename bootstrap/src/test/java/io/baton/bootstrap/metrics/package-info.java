/** What a node measures. */
@NullMarked
package io.baton.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
