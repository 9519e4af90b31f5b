@NullMarked
package io.baton.benchmarks;

import org.jspecify.annotations.NullMarked;
