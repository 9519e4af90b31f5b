package io.baton.architecture.planted.domain;

/** Prints. */
public final class Printer {
    void print() {
        System.out.println("x");
    }
}
