/**
 * Batches that form by themselves: while one is being written the next one collects; no timer waits.
 */
@NullMarked
package io.baton.application.batch;

import org.jspecify.annotations.NullMarked;
