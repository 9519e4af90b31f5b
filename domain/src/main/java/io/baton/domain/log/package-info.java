/** What runs say while they run: lines with their time and level, and how far they are. */
@NullMarked
package io.baton.domain.log;

import org.jspecify.annotations.NullMarked;
