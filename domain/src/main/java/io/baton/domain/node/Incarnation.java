package io.baton.domain.node;

import java.util.regex.Pattern;

/**
 * One life of a node, from start to end. Whatever belongs to an incarnation that is not its node's current one belongs
 * to nobody who lives.
 *
 * @param number 1..24 characters of {@code [a-z0-9]}, given at start and never again
 */
public record Incarnation(NodeId node, String number) {
    private static final Pattern LEGAL = Pattern.compile("[a-z0-9]{1,24}");

    public Incarnation {
        if (!LEGAL.matcher(number).matches()) {
            throw new IllegalArgumentException("incarnation '" + number + "' is not 1 to 24 characters of a-z 0-9");
        }
    }

    /** Reads {@code node/number}. */
    public static Incarnation parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("incarnation '" + text + "' is not of the form node/number");
        }
        return new Incarnation(new NodeId(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return node + "/" + number;
    }
}
