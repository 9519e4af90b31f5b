/** The console in a real browser. */
@NullMarked
package io.baton.bootstrap.console;

import org.jspecify.annotations.NullMarked;
