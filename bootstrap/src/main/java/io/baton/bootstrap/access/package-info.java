/** What the program brings for people who log in: the slow hash, fresh secrets, and the words of the first start. */
@NullMarked
package io.baton.bootstrap.access;

import org.jspecify.annotations.NullMarked;
