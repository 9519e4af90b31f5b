/**
 * The <b>what</b> plane in SQL: jobs, the ledger of tasks and the witness of the nodes, in MySQL, MariaDB or H2.
 *
 * <p>{@link io.baton.persistence.Database} opens all of it. A step of the ledger is one transaction at READ COMMITTED:
 * it locks the exclusive rows of its jobs in order of their names, then its tasks in order of their ids, asks the rules of
 * the domain what becomes of each, and writes the changes in as few statements as there are different ones.
 */
@NullMarked
package io.baton.persistence;

import org.jspecify.annotations.NullMarked;
