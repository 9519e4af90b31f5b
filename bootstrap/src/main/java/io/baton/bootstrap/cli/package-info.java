/**
 * The command line: which command was asked for, what it prints and what it exits with.
 */
@NullMarked
package io.baton.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
