/** What runs say, caught on their threads: lines of their context, and of the log while they run. */
@NullMarked
package io.baton.bootstrap.runs;

import org.jspecify.annotations.NullMarked;
