package io.baton.examples;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Stands for a store that protects itself: it remembers what was sent, and the greatest fence that it has seen.
 *
 * <p>Whoever asks a second time for the same invoice is told no. So is a run with a smaller fence: it was declared lost,
 * a later firing has taken its place, and it goes on nevertheless. (That holds for a job that forbids overlap: its fence
 * grows from firing to firing.)
 */
@Component
public class Mailbox {
    private final Set<String> sent = new HashSet<>();
    private long greatestFence;

    /** Whether this call sent it. */
    public synchronized boolean sendOnce(String invoice, long fence) {
        if (fence < greatestFence) {
            throw new IllegalStateException("fence " + fence + " is older than " + greatestFence);
        }
        greatestFence = fence;
        return sent.add(invoice);
    }
}
