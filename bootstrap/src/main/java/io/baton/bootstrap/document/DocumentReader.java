package io.baton.bootstrap.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads a YAML or JSON text whose root is a map into maps, lists, texts, numbers, booleans and nulls.
 *
 * <p>Only {@code true} and {@code false} are booleans, only decimal digits without a leading zero are integers (YAML 1.2;
 * so {@code yes}, {@code 12:30} and {@code 007} are texts, and dates are texts too). Duplicate keys, tags, a second document, more than 50
 * aliases, more than 50 levels and more than 10 million characters are refused.
 */
public final class DocumentReader {
    /** 10 million characters: a hundred times a job file of 1,000 jobs; above it is no file that a person wrote. */
    static final int LONGEST = 10_000_000;

    private final Scalars scalars;

    private DocumentReader(Scalars scalars) {
        this.scalars = scalars;
    }

    /** Scalars become what they look like. */
    public static DocumentReader typed() {
        return new DocumentReader(Scalars.TYPED);
    }

    /** YAML scalars stay the text that was written, so that a password {@code 1e5} stays one. */
    public static DocumentReader textual() {
        return new DocumentReader(Scalars.TEXT);
    }

    /**
     * @return an unmodifiable tree, its maps in the order of the text; empty if the text is
     * @throws DocumentException if the text is no document, or its root no map
     */
    public Map<String, Object> read(String text) {
        String body = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (body.length() > LONGEST) {
            throw new DocumentException("the text has more than " + LONGEST + " characters");
        }
        return looksLikeJson(body) ? jsonOrElseYaml(body) : new YamlTree(scalars).read(body);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws DocumentException as above, or if the file is not UTF-8
     * @throws IOException if the file cannot be read
     */
    public Map<String, Object> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new DocumentException("the file is not UTF-8");
        }
    }

    private static boolean looksLikeJson(String body) {
        return body.stripLeading().startsWith("{") || body.stripLeading().startsWith("[");
    }

    /** A YAML map in braces begins as JSON does; what is no JSON may still be that. */
    private Map<String, Object> jsonOrElseYaml(String body) {
        try {
            return JsonTree.read(body);
        } catch (DocumentException noJson) {
            try {
                return new YamlTree(scalars).read(body);
            } catch (DocumentException noYaml) {
                boolean quotedKey =
                        body.stripLeading().substring(1).stripLeading().startsWith("\"");
                throw quotedKey ? noJson : noYaml;
            }
        }
    }
}
