/** Schedulers that are measured, each as its workers run it. */
@NullMarked
package io.baton.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
