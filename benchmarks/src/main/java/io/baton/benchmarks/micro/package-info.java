/** The hot spots of a firing, each alone (JMH). */
@NullMarked
package io.baton.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
