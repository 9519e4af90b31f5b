/**
 * Properties over made-up values. A <b>generator</b> makes a value out of <b>choices</b>, whole numbers that a seed
 * gives; a value that breaks a property is made again from fewer and smaller choices until nothing can be left out.
 */
@NullMarked
package io.baton.fuzzing;

import org.jspecify.annotations.NullMarked;
