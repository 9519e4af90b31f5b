/**
 * <b>Target</b>: what a job runs, written {@code bean.method(arg, …)}. The string names an entry of a closed registry; it
 * is parsed here and never turned into a class or a bean by name.
 */
@NullMarked
package io.baton.domain.target;

import org.jspecify.annotations.NullMarked;
