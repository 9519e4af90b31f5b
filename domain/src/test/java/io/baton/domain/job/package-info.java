/** Tests of the package of the same name. */
@NullMarked
package io.baton.domain.job;

import org.jspecify.annotations.NullMarked;
