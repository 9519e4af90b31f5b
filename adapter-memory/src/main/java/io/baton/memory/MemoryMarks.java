package io.baton.memory;

import io.baton.domain.port.Marks;
import java.util.Optional;

/** The marks of a {@link MemoryDatabase}. */
final class MemoryMarks implements Marks {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 1000;

    private final MemoryTables tables;

    MemoryMarks(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<String> get(String name) {
        synchronized (tables) {
            return Optional.ofNullable(tables.marks.get(name));
        }
    }

    @Override
    public void put(String name, String value) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("mark name of " + name.length() + " characters: 1 to 100 are allowed");
        }
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException(
                    "mark " + name + " has " + value.length() + " characters, at most 1000 are allowed");
        }
        synchronized (tables) {
            tables.marks.put(name, value);
        }
    }
}
