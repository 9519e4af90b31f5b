@NullMarked
package io.baton.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
