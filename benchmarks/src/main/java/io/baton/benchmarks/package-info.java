/** Baton and its peers side by side, on the same servers. */
@NullMarked
package io.baton.benchmarks;

import org.jspecify.annotations.NullMarked;
