/**
 * From a message to an outcome: take, start, run, finish, acknowledge; the same for local and for sent tasks.
 */
@NullMarked
package io.baton.application.execute;

import org.jspecify.annotations.NullMarked;
