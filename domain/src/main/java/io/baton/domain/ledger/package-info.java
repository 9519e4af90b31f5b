/**
 * <b>Ledger</b>: the table of tasks, the authority on what was claimed, started and finished. Here are its rules as pure
 * decisions, which every adapter of the ledger applies, so that the store in memory and the database cannot differ.
 */
@NullMarked
package io.baton.domain.ledger;

import org.jspecify.annotations.NullMarked;
