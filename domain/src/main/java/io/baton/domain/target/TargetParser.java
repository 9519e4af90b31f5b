package io.baton.domain.target;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads target strings in one pass, without a regular expression: linear in the text, whatever the text.
 *
 * <pre>
 * target    = name [ "(" [ argument { "," argument } ] ")" ]
 * name      = identifier { "." identifier }          at least two identifiers; the last is the method
 * argument  = 'text' | "text" | true | false | integer | integer "L" | number "D"
 * </pre>
 */
final class TargetParser {
    private final String text;
    private int at;

    TargetParser(String text) {
        this.text = text;
    }

    InvocationTarget target() {
        if (text.length() > InvocationTarget.LONGEST) {
            throw wrong(
                    0,
                    "target has " + text.length() + " characters, at most " + InvocationTarget.LONGEST
                            + " are allowed");
        }
        skipSpaces();
        int start = at;
        int lastDot = name();
        String bean = text.substring(start, lastDot);
        String method = text.substring(lastDot + 1, at);
        skipSpaces();
        List<Argument> arguments = at < text.length() ? brackets() : List.of();
        return new InvocationTarget(text, bean, method, arguments);
    }

    /** Reads the dotted name and returns the position of its last dot. */
    private int name() {
        int start = at;
        int lastDot = -1;
        identifier();
        while (at < text.length() && text.charAt(at) == '.') {
            lastDot = at++;
            identifier();
        }
        if (lastDot < 0) {
            throw wrong(start, "a target is bean.method or bean.method(arg, …): the dot is missing");
        }
        return lastDot;
    }

    private void identifier() {
        if (at == text.length() || !Character.isJavaIdentifierStart(text.charAt(at))) {
            throw wrong(at, "a name is expected");
        }
        while (at < text.length() && continuesName(text.charAt(at))) {
            at++;
        }
    }

    /** Java counts control and direction marks as ignorable parts of a name; here two names that look alike are alike. */
    private static boolean continuesName(char c) {
        return c == '-' || (Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private List<Argument> brackets() {
        expect('(');
        List<Argument> arguments = new ArrayList<>();
        skipSpaces();
        if (peek() != ')') {
            arguments.add(argument());
            skipSpaces();
            while (peek() == ',') {
                at++;
                skipSpaces();
                arguments.add(argument());
                skipSpaces();
                if (arguments.size() > InvocationTarget.MOST_ARGUMENTS) {
                    throw wrong(at, "more than " + InvocationTarget.MOST_ARGUMENTS + " arguments");
                }
            }
        }
        expect(')');
        skipSpaces();
        if (at < text.length()) {
            throw wrong(at, "nothing may follow the closing bracket, but '" + text.charAt(at) + "' does");
        }
        return arguments;
    }

    private Argument argument() {
        char c = peek();
        if (c == '\'' || c == '"') {
            return new Argument.Text(quoted(c));
        }
        int start = at;
        while (at < text.length() && !endsLiteral(text.charAt(at))) {
            at++;
        }
        return Literals.read(text.substring(start, at), start);
    }

    private static boolean endsLiteral(char c) {
        return Character.isWhitespace(c) || ",)('\"".indexOf(c) >= 0;
    }

    private String quoted(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        if (at == text.length()) {
            throw wrong(start, "the text that begins with " + quote + " does not end");
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        if (at == text.length()) {
            throw wrong(at, "a character is expected behind the backslash");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '0' -> '\0';
            case '\\', '\'', '"' -> c;
            case 'u' -> unicode();
            default ->
                throw wrong(
                        at - 1, "unknown escape \\" + c + " (known: \\n \\t \\r \\b \\f \\0 \\\\ \\' \\\" \\uXXXX)");
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw wrong(at, "\\u takes four hexadecimal digits");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private char peek() {
        if (at == text.length()) {
            throw wrong(at, "the target ends too early: a closing bracket is missing");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong(at, "'" + wanted + "' is expected, not '" + text.charAt(at) + "'");
        }
        at++;
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static TargetSyntaxException wrong(int position, String what) {
        return new TargetSyntaxException(position, what);
    }
}
