/**
 * What operators ask and see.
 */
@NullMarked
package io.baton.application.view;

import org.jspecify.annotations.NullMarked;
