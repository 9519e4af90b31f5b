package io.baton.domain.port;

/**
 * A slow hash for passwords.
 *
 * <ol>
 *   <li>P1 A password matches its hash; the same password gives another hash each time.
 *   <li>P2 What is no hash matches nothing, and is no error.
 * </ol>
 */
public interface Passwords {
    /** @param password at most 72 bytes in UTF-8 */
    String hash(String password);

    boolean matches(String password, String hash);
}
