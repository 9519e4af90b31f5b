/** Violations planted in the place of web; nothing here is run. */
@NullMarked
package io.baton.architecture.planted.web;

import org.jspecify.annotations.NullMarked;
