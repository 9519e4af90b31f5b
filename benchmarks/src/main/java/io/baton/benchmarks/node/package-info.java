/** What a node takes to start and to wait, beside what it does under load. */
@NullMarked
package io.baton.benchmarks.node;

import org.jspecify.annotations.NullMarked;
