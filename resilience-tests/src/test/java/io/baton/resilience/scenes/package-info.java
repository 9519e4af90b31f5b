/**
 * Scenes: three real nodes over real servers, something that happens to them, and what must be true then.
 */
@NullMarked
package io.baton.resilience.scenes;

import org.jspecify.annotations.NullMarked;
