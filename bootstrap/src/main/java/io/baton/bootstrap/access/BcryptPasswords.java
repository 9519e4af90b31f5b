package io.baton.bootstrap.access;

import io.baton.domain.port.Passwords;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** bcrypt at cost 11: about a tenth of a second a guess on a machine of 2026. */
public final class BcryptPasswords implements Passwords {
    private static final int COST = 11;

    @Override
    public String hash(String password) {
        return BCrypt.hashpw(password, BCrypt.gensalt(COST));
    }

    @Override
    public boolean matches(String password, String hash) {
        try {
            return BCrypt.checkpw(password, hash);
        } catch (IllegalArgumentException noHash) {
            return false;
        }
    }
}
