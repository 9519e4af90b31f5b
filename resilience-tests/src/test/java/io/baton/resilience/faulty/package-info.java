/** What fail points do to a node. */
@NullMarked
package io.baton.resilience.faulty;

import org.jspecify.annotations.NullMarked;
