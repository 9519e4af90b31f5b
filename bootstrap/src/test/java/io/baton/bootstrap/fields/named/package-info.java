/** A class that jobs of the field tests name in their target; the nodes under test look here for classes of tasks. */
@NullMarked
package io.baton.bootstrap.fields.named;

import org.jspecify.annotations.NullMarked;
