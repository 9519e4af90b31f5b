package io.baton.web.console;

import java.util.Collection;

/** A piece of a page. Text becomes a piece by being escaped; there is no other way. */
interface Html {
    Html NOTHING = out -> {};

    void write(StringBuilder out);

    static Html text(String text) {
        return out -> Escape.into(out, text);
    }

    static Html all(Collection<? extends Html> pieces) {
        return out -> pieces.forEach(piece -> piece.write(out));
    }

    /** The same piece, written out now: it costs nothing more to show it again. */
    default Html written() {
        String text = string();
        return out -> out.append(text);
    }

    default String string() {
        StringBuilder out = new StringBuilder(4096);
        write(out);
        return out.toString();
    }
}
