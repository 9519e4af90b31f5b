package io.baton.bootstrap.settings;

import io.baton.bootstrap.text.PrintableText;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the values of a setting look like.
 *
 * @param unit the type or unit in a word, such as {@code duration}
 * @param range the legal values, for people
 * @param reader reads the text; {@link IllegalArgumentException} if it is not legal
 * @param shown the text as it may be printed
 */
public record Kind<T>(String unit, String range, Function<String, T> reader, UnaryOperator<String> shown) {
    Kind(String unit, String range, Function<String, T> reader) {
        this(unit, range, reader, PrintableText::of);
    }

    Kind<T> masked(UnaryOperator<String> mask) {
        return new Kind<>(unit, range, reader, text -> PrintableText.of(mask.apply(text)));
    }
}
