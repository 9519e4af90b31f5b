package io.baton.architecture.planted.domain;

/** Finds a class by a name. */
public final class NameLoader {
    Class<?> find(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }
}
