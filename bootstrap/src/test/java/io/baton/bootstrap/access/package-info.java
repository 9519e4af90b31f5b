/** Hashes, secrets, and the first start. */
@NullMarked
package io.baton.bootstrap.access;

import org.jspecify.annotations.NullMarked;
