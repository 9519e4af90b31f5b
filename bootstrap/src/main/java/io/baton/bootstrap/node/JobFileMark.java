package io.baton.bootstrap.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is remembered of a job file that was applied: {@code <digest>}, or {@code <digest> 3,17} if jobs were refused.
 *
 * @param digest of the file's text
 * @param refused the positions of the refused jobs in the file, from 0
 */
record JobFileMark(String digest, List<Integer> refused) {
    /** 1,000 characters: what a mark can hold. */
    private static final int LONGEST = 1000;

    JobFileMark {
        refused = List.copyOf(refused);
    }

    /** A text of which no job is refused. */
    static JobFileMark of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new JobFileMark(HexFormat.of().formatHex(hash), List.of());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static JobFileMark parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return new JobFileMark(text, List.of());
        }
        List<Integer> positions = Arrays.stream(text.substring(space + 1).split(","))
                .map(Integer::valueOf)
                .toList();
        return new JobFileMark(text.substring(0, space), positions);
    }

    JobFileMark refusing(List<Integer> positions) {
        return new JobFileMark(digest, positions);
    }

    boolean fits() {
        return text().length() <= LONGEST;
    }

    String text() {
        return refused.isEmpty()
                ? digest
                : digest + " " + refused.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
