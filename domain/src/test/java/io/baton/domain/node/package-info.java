/** Tests of the package of the same name. */
@NullMarked
package io.baton.domain.node;

import org.jspecify.annotations.NullMarked;
