package io.baton.contracts.what;

import io.baton.domain.port.Passwords;
import java.util.UUID;

/** For tests of what stands on passwords: a hash that is fast and no hash at all. What a real one costs is another's matter. */
public final class PlainPasswords implements Passwords {
    private static final String BEGIN = "hash ";

    @Override
    public String hash(String password) {
        return BEGIN + UUID.randomUUID() + ":" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        int colon = hash.indexOf(':');
        return hash.startsWith(BEGIN) && colon >= 0 && hash.substring(colon + 1).equals(password);
    }
}
