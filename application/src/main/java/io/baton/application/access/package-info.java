/** Who is asking, whether they may, and the book of who did what. */
@NullMarked
package io.baton.application.access;

import org.jspecify.annotations.NullMarked;
