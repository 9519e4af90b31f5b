/** Who may do what. */
@NullMarked
package io.baton.application.access;

import org.jspecify.annotations.NullMarked;
