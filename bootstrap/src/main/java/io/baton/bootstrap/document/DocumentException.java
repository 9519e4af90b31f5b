package io.baton.bootstrap.document;

/** A text that is no document: it tells what is wrong and, where it is known, in which line and column. */
public final class DocumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    DocumentException(String what) {
        super(what);
    }

    /** @param line from 1 */
    DocumentException(String what, int line, int column) {
        super(what + " (line " + line + ", column " + column + ")");
    }
}
