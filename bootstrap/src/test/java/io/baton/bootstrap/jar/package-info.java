/** The built jar as a user has it: processes, their exit codes, what they print, what is left after them. */
package io.baton.bootstrap.jar;
