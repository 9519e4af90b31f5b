package io.baton.redis;

import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The Lua scripts, each a file beside this class whose header names its keys, arguments, reply and cost. */
enum Script {
    PUSH(ScriptOutputType.INTEGER),
    TAKE(ScriptOutputType.MULTI),
    STEAL(ScriptOutputType.MULTI),
    HAND_BACK(ScriptOutputType.INTEGER),
    SET_ASIDE(ScriptOutputType.INTEGER),
    STATES(ScriptOutputType.MULTI),
    KNOWN(ScriptOutputType.MULTI),
    SALVAGE_IN_FLIGHT(ScriptOutputType.INTEGER),
    SALVAGE_QUEUE(ScriptOutputType.INTEGER),
    BEAT(ScriptOutputType.MULTI),
    LEAVE(ScriptOutputType.INTEGER),
    PRESENT(ScriptOutputType.MULTI),
    CLAIM_LEASE(ScriptOutputType.VALUE),
    RELEASE_LEASE(ScriptOutputType.INTEGER);

    private final ScriptOutputType reply;
    private final String text;
    private final String sha1;

    Script(ScriptOutputType reply) {
        this.reply = reply;
        this.text = read(name().toLowerCase(Locale.ROOT) + ".lua");
        this.sha1 = sha1(text);
    }

    ScriptOutputType reply() {
        return reply;
    }

    String text() {
        return text;
    }

    /** The name under which a server that has seen the script runs it again. */
    String sha1() {
        return sha1;
    }

    private static String read(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the script " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the script " + file + " cannot be read", e);
        }
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
