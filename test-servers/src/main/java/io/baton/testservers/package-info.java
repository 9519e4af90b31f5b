/**
 * Real Redis and MariaDB servers for tests and demonstrations, with nothing installed.
 *
 * <p>A <em>rung</em> is one way to get at a server; the <em>ladder</em> tries the rungs in the order of {@link
 * io.baton.testservers.Rung} and takes the first that works. A server is either a process of our own (it can be stopped,
 * killed and paused) or a foreign one (given by address, or run by Docker), which is used but never stopped by a test.
 */
@NullMarked
package io.baton.testservers;

import org.jspecify.annotations.NullMarked;
