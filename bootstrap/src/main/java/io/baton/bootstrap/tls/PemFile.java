package io.baton.bootstrap.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of blocks between {@code -----BEGIN …-----} and {@code -----END …-----} (RFC 7468). */
final class PemFile {
    /** 1 MiB: more than 200 certificates, so that a wrong path does not fill the memory. */
    private static final long LARGEST = 1_048_576;

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");

    private PemFile() {}

    /** @param label what stands behind BEGIN; @param base64 the lines within, joined */
    record Block(String label, String base64) {
        /** The bytes within; none if they are not Base64, as those behind the headers of older programs. */
        byte[] content() {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException notBase64) {
                return new byte[0];
            }
        }
    }

    /** @throws PemException if it cannot be read or holds no block */
    static List<Block> read(Path file) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        String label = "";
        for (String line : text(file).lines().map(String::strip).toList()) {
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                label = begin.group(1);
                body.setLength(0);
            } else if (!label.isEmpty() && line.equals("-----END " + label + "-----")) {
                blocks.add(new Block(label, body.toString()));
                label = "";
            } else {
                body.append(line);
            }
        }
        if (blocks.isEmpty()) {
            throw new PemException("it holds no block -----BEGIN …-----");
        }
        return blocks;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new PemException("it is longer than 1 MiB");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new PemException(reason(e), e);
        }
    }

    /** Without the file's name, which many messages begin with. */
    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        String why = failure instanceof FileSystemException f ? f.getReason() : failure.getMessage();
        return "it cannot be read: " + why;
    }
}
