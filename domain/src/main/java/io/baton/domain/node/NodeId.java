package io.baton.domain.node;

import java.util.regex.Pattern;

/**
 * The name of a node.
 *
 * @param text 1..64 characters of {@code [A-Za-z0-9._-]}
 */
public record NodeId(String text) implements Comparable<NodeId> {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public NodeId {
        if (!LEGAL.matcher(text).matches()) {
            throw new IllegalArgumentException("node id '" + text + "' is not 1 to 64 characters of A-Z a-z 0-9 . _ -");
        }
    }

    @Override
    public int compareTo(NodeId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
