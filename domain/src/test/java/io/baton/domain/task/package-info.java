/** Tests of the package of the same name. */
@NullMarked
package io.baton.domain.task;

import org.jspecify.annotations.NullMarked;
