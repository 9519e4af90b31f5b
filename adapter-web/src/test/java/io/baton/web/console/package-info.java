/** What pages are made of. */
@NullMarked
package io.baton.web.console;

import org.jspecify.annotations.NullMarked;
