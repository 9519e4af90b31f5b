/** Tests of the package of the same name. */
@NullMarked
package io.baton.domain.schedule;

import org.jspecify.annotations.NullMarked;
