/**
 * Ends of runs on disk, while the database does not take them: {@link io.baton.persistence.spool.FileResultSpool} in a folder
 * that the nodes of one machine may share.
 */
@NullMarked
package io.baton.persistence.spool;

import org.jspecify.annotations.NullMarked;
