/** What runs say. */
@NullMarked
package io.baton.bootstrap.runs;

import org.jspecify.annotations.NullMarked;
