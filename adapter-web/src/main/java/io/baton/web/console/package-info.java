/**
 * The console's pages: HTML made on the server, from tags that escape what they hold. What changes something is a call of
 * the REST API, made by the one script of the pages.
 */
@NullMarked
package io.baton.web.console;

import org.jspecify.annotations.NullMarked;
