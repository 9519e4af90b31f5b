package io.baton.resilience.simulation;

/**
 * What a level of the proof showed.
 *
 * @param what was run, in words: seeds, states, mutants, rows
 * @param broken in words what broke, empty if all held
 */
public record Proved(String level, String what, String broken, long millis) {
    public boolean holds() {
        return broken.isEmpty();
    }
}
