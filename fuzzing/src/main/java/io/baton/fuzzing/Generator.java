package io.baton.fuzzing;

/** Makes a value out of choices, and out of nothing else. */
@FunctionalInterface
public interface Generator<T> {
    T make(Choices choices);
}
