/**
 * The log of the program: one line an event on stdout, as text or as JSON.
 */
@NullMarked
package io.baton.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
