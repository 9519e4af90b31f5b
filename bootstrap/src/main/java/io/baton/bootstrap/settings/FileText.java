package io.baton.bootstrap.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Values that stand in a file of their own: {@code file:PATH}. */
final class FileText {
    static final String PREFIX = "file:";
    /** 64 KiB: a secret is shorter, and a wrong path does not fill the memory. */
    private static final long LONGEST = 65_536;

    private FileText() {}

    /**
     * The file's text without the one line break at its end.
     *
     * @throws IllegalArgumentException if it cannot be read; the message tells the path and why
     */
    static String read(String value) {
        String file = value.substring(PREFIX.length());
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LONGEST) {
                throw new IllegalArgumentException("file '" + file + "' is longer than 64 KiB");
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            int end = text.endsWith("\n") ? text.length() - 1 : text.length();
            return text.substring(0, end > 0 && end < text.length() && text.charAt(end - 1) == '\r' ? end - 1 : end);
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException("file '" + file + "' cannot be read: " + reason(unreadable), unreadable);
        }
    }

    /** The messages of file exceptions are often nothing but the path. */
    static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof CharacterCodingException ? "it is not UTF-8" : String.valueOf(failure.getMessage());
    }
}
