/**
 * YAML and JSON texts as plain trees of maps, lists and scalars, read without types, tags or surprises.
 */
@NullMarked
package io.baton.bootstrap.document;

import org.jspecify.annotations.NullMarked;
