/**
 * The life of a node: enrolment, heartbeat, master role, draining, and who is dead.
 */
@NullMarked
package io.baton.application.node;

import org.jspecify.annotations.NullMarked;
