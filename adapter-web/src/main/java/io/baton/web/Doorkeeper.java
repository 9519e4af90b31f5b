package io.baton.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** Lets in who bears the token. Closed unless opened: a path that is not open by name needs it, known or not. */
final class Doorkeeper {
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> token;
    private final Set<String> open;

    /**
     * @param token empty = nobody gets in
     * @param open the paths that need none
     */
    Doorkeeper(Optional<String> token, Set<String> open) {
        this.token = token.filter(text -> !text.isBlank()).map(Doorkeeper::bytes);
        this.open = Set.copyOf(open);
    }

    void check(Context http) {
        if (open.contains(http.path())) {
            return;
        }
        byte[] expected = token.orElseThrow(() -> Problem.of(
                401,
                "BATON_API_TOKEN is not set on this node, so nothing but its health is shown: set it and start again"));
        // isEqual takes the same time wherever the first difference is, so that nobody learns the token letter by
        // letter.
        if (!MessageDigest.isEqual(bytes(given(http)), expected)) {
            throw Problem.of(
                    401,
                    "the token is missing or wrong: send 'Authorization: Bearer <BATON_API_TOKEN>' (with the commands of"
                            + " the jar: --token=…, or BATON_TOKEN in the environment)");
        }
    }

    private static String given(Context http) {
        String header = http.header("Authorization");
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return header != null && bearer ? header.substring(SCHEME.length()).strip() : "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
