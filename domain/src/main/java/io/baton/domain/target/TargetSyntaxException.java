package io.baton.domain.target;

/** A text that is no target. */
public final class TargetSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int position;

    TargetSyntaxException(int position, String what) {
        super(what + " at position " + (position + 1));
        this.position = position;
    }

    /** Where in the text, from 0. */
    public int position() {
        return position;
    }
}
