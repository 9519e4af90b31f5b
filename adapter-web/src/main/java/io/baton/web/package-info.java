/** The REST API: a driving adapter over the application's desk. */
@NullMarked
package io.baton.web;

import org.jspecify.annotations.NullMarked;
