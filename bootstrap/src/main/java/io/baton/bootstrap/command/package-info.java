/** The node as the program runs it: until a signal asks for its end. */
@NullMarked
package io.baton.bootstrap.command;

import org.jspecify.annotations.NullMarked;
