/** Other schedulers, set up as their own documentation recommends. */
@NullMarked
package io.baton.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
