/**
 * Words for people: names that come near a mistyped one, text without control characters, texts folded to a width.
 */
@NullMarked
package io.baton.bootstrap.text;

import org.jspecify.annotations.NullMarked;
