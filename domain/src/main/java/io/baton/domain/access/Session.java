package io.baton.domain.access;

import java.time.Instant;

/**
 * One login.
 *
 * @param digest of the secret that the browser holds, {@code [0-9a-f]{64}}
 * @param accountVersion the account's version at login
 */
public record Session(String digest, UserName user, long accountVersion, Instant expiresAt) {}
