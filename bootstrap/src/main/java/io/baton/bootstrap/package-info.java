/**
 * The program: what {@code java -jar baton-node.jar} starts.
 */
@NullMarked
package io.baton.bootstrap;

import org.jspecify.annotations.NullMarked;
