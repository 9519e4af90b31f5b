/**
 * <b>Node</b>: a process that fires and runs tasks. <b>Incarnation</b>: one life of a node, from start to end.
 * <b>Master</b>: the node that holds the master lease; <b>slave</b>: any other. <b>Load</b>: how busy a node is, 0..1.
 */
@NullMarked
package io.baton.domain.node;

import org.jspecify.annotations.NullMarked;
