/**
 * The laws of the ports that say <b>when</b>: cron expressions, armed triggers and the load of a process. An adapter
 * extends each contract of a port that it implements; a test's name begins with the clause it holds.
 */
@NullMarked
package io.baton.contracts.when;

import org.jspecify.annotations.NullMarked;
