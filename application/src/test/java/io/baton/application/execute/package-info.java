/** How ends of runs are kept. */
@NullMarked
package io.baton.application.execute;

import org.jspecify.annotations.NullMarked;
