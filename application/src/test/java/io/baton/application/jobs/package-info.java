/** Definitions and what is armed for them. */
@NullMarked
package io.baton.application.jobs;

import org.jspecify.annotations.NullMarked;
