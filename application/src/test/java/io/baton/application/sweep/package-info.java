/** What sweeps look at. */
@NullMarked
package io.baton.application.sweep;

import org.jspecify.annotations.NullMarked;
