/**
 * The command line's client: commands that ask a running node over its REST API.
 */
@NullMarked
package io.baton.bootstrap.client;

import org.jspecify.annotations.NullMarked;
