/**
 * Definitions: reading and writing them, and keeping the armed triggers in line with the store.
 */
@NullMarked
package io.baton.application.jobs;

import org.jspecify.annotations.NullMarked;
