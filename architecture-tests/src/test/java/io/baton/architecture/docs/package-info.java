/** The pages say what is there: links lead somewhere, and the tests that they name exist. */
@NullMarked
package io.baton.architecture.docs;

import org.jspecify.annotations.NullMarked;
