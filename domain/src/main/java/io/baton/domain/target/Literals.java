package io.baton.domain.target;

/** Reads the literals that are not text. */
final class Literals {
    private Literals() {}

    /** @param position where the word begins in the target, for errors */
    static Argument read(String word, int position) {
        if (word.equals("true") || word.equals("false")) {
            return new Argument.Bool(word.equals("true"));
        }
        if (word.isEmpty()) {
            throw new TargetSyntaxException(position, "an argument is expected");
        }
        char last = word.charAt(word.length() - 1);
        String number = word.substring(0, word.length() - 1);
        if (last == 'L' && isInteger(number)) {
            return new Argument.Int64(inRange(number, position, Long.MIN_VALUE, Long.MAX_VALUE, "long"));
        }
        if (last == 'D' && isDecimal(number)) {
            return new Argument.Float64(finite(number, position));
        }
        if (isInteger(word)) {
            return new Argument.Int((int) inRange(word, position, Integer.MIN_VALUE, Integer.MAX_VALUE, "int"));
        }
        throw new TargetSyntaxException(
                position,
                "'" + abbreviated(word) + "' is no argument: 'text', \"text\", true, false,"
                        + " 42 (int), 42L (long) or 4.2D (double) are");
    }

    private static long inRange(String number, int position, long least, long most, String type) {
        try {
            long value = Long.parseLong(number);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException tooLong) {
            // Digits only, so it can fail for its size alone: refused below.
        }
        throw new TargetSyntaxException(position, abbreviated(number) + " is out of the range of " + type);
    }

    private static double finite(String number, int position) {
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw new TargetSyntaxException(position, abbreviated(number) + " is out of the range of double");
        }
        return value;
    }

    private static boolean isInteger(String word) {
        int start = word.startsWith("-") ? 1 : 0;
        return word.length() > start && digitsFrom(word, start) == word.length();
    }

    /** Digits, at most one dot with digits on a side, and an exponent: 3, 3.5, .5, 3., 1e9, -1.5E-3. */
    private static boolean isDecimal(String word) {
        int at = word.startsWith("-") ? 1 : 0;
        int afterWhole = digitsFrom(word, at);
        int digits = afterWhole - at;
        at = afterWhole;
        if (at < word.length() && word.charAt(at) == '.') {
            int afterFraction = digitsFrom(word, at + 1);
            digits += afterFraction - at - 1;
            at = afterFraction;
        }
        if (digits > 0 && at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
            int sign = at + 1 < word.length() && "+-".indexOf(word.charAt(at + 1)) >= 0 ? 1 : 0;
            int afterExponent = digitsFrom(word, at + 1 + sign);
            return afterExponent > at + 1 + sign && afterExponent == word.length();
        }
        return digits > 0 && at == word.length();
    }

    private static int digitsFrom(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static String abbreviated(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "…";
    }
}
