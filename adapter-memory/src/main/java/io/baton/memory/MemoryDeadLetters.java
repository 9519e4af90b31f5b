package io.baton.memory;

import io.baton.domain.queue.DeadLetter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The messages that were set aside in a {@link MemoryCluster}, newest first, guarded by itself. */
final class MemoryDeadLetters {
    /** 10,000: what the port allows; at 64 KiB a letter, 640 MB at the very worst, a few MB in practice. */
    private static final int MOST = 10_000;

    private final Deque<DeadLetter> letters = new ArrayDeque<>();

    synchronized void add(DeadLetter letter) {
        letters.addFirst(letter);
        if (letters.size() > MOST) {
            letters.removeLast();
        }
    }

    synchronized List<DeadLetter> newest(int most) {
        return letters.stream().limit(most).toList();
    }

    synchronized boolean remove(String id) {
        return letters.removeIf(letter -> letter.id().equals(id));
    }
}
