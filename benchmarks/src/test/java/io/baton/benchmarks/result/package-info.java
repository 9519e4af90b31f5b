@NullMarked
package io.baton.benchmarks.result;

import org.jspecify.annotations.NullMarked;
