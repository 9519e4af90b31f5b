/**
 * The law of the ports that say <i>what</i> is to be done and remember what happened: the ledger and what stands beside
 * it. Each contract of a store opens one with two clients, so that a lock inside one of them cannot pass for the store's.
 */
@NullMarked
package io.baton.contracts.what;

import org.jspecify.annotations.NullMarked;
