/** What runs say: gathered on the node where they run, written to the store in few commits, read on any node. */
@NullMarked
package io.baton.application.log;

import org.jspecify.annotations.NullMarked;
