/** The use cases over stores in memory: one thread, a clock that is set, tasks that run when the test says so. */
@NullMarked
package io.baton.application.core;

import org.jspecify.annotations.NullMarked;
