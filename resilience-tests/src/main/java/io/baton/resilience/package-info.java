/**
 * The proof that nothing is lost and nothing doubled, as one command over all its levels.
 */
@NullMarked
package io.baton.resilience;

import org.jspecify.annotations.NullMarked;
