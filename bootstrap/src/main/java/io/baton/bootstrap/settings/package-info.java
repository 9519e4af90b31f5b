/**
 * What a node can be told: every setting with its type, default, range and meaning, and how they are read.
 */
@NullMarked
package io.baton.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
