/**
 * The closed registry of <b>targets</b>: the methods that a job may name, found once at start and called by their entry.
 */
@NullMarked
package io.baton.bootstrap.tasks;

import org.jspecify.annotations.NullMarked;
