/**
 * The tasks and jobs that {@code --demo} brings.
 */
@NullMarked
package io.baton.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
