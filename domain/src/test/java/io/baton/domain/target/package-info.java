/** Tests of the package of the same name. */
@NullMarked
package io.baton.domain.target;

import org.jspecify.annotations.NullMarked;
