/** Tests of the package of the same name. */
@NullMarked
package io.baton.domain.placement;

import org.jspecify.annotations.NullMarked;
