/**
 * The law of the ports of the <b>where</b> plane, as JUnit contracts: {@code NodeRegistry}, {@code TaskQueue}, {@code
 * QueueRecovery}, {@code TaskLock}, {@code MasterLease}. An adapter extends each contract and says in {@code open()} how a
 * store with two clients comes about. A test's name begins with the clause of the port's Javadoc that it holds.
 */
@NullMarked
package io.baton.contracts.where;

import org.jspecify.annotations.NullMarked;
