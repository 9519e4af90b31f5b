package io.baton.web;

/** How the node is. */
public interface Health {
    /** Whether its loops go round; asks no store. */
    boolean live();

    /** Whether it may get traffic: the database answers, and it is neither fenced nor draining. */
    boolean ready();
}
