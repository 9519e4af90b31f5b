/**
 * What travels between nodes. A <b>message</b> names a task; it never carries code or a target. A <b>receipt</b> names
 * one message in one node's in-flight set.
 */
@NullMarked
package io.baton.domain.queue;

import org.jspecify.annotations.NullMarked;
