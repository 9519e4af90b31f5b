/** Definitions and what is armed for them. */
@NullMarked
package io.baton.application.view;

import org.jspecify.annotations.NullMarked;
