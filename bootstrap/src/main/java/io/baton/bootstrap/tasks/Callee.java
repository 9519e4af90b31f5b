package io.baton.bootstrap.tasks;

/** Gives the object on which a run calls its method. */
@FunctionalInterface
interface Callee {
    /** @throws Exception what the object's construction threw */
    Object instance() throws Exception;
}
