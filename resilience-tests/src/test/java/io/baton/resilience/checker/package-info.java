/** Each rule with a history that breaks it and one that does not. */
@NullMarked
package io.baton.resilience.checker;

import org.jspecify.annotations.NullMarked;
