/**
 * Tasks that tell a journal of their own, beside the ledger, when they began and ended.
 */
@NullMarked
package io.baton.resilience.traffic;

import org.jspecify.annotations.NullMarked;
