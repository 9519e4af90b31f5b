/**
 * From a due time, or a request, to rows in the ledger.
 */
@NullMarked
package io.baton.application.fire;

import org.jspecify.annotations.NullMarked;
