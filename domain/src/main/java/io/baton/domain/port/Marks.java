package io.baton.domain.port;

import java.util.Optional;

/**
 * Small facts that the installation remembers, such as the digest of the job file that was applied last.
 *
 * <ol>
 *   <li>M1 What was put is found by every client of the store, until something else is put.
 *   <li>M2 Names differ in case.
 * </ol>
 */
public interface Marks {
    Optional<String> get(String name);

    /** @param name 1..100 characters; @param value at most 1,000 characters */
    void put(String name, String value);
}
