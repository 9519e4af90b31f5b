/** The API over the application's real core and stores in memory, asked by a real HTTP client. */
@NullMarked
package io.baton.web;

import org.jspecify.annotations.NullMarked;
