/** What runs say. */
@NullMarked
package io.baton.application.log;

import org.jspecify.annotations.NullMarked;
