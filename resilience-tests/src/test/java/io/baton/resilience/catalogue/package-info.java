/** The rows of the fault table that every build plays. */
@NullMarked
package io.baton.resilience.catalogue;

import org.jspecify.annotations.NullMarked;
