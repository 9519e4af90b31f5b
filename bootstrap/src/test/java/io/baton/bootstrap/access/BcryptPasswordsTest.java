package io.baton.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BcryptPasswordsTest {
    private final BcryptPasswords passwords = new BcryptPasswords();

    @Test
    void P1_a_password_matches_its_hash_and_no_other() {
        String hash = passwords.hash("correct horse 电池");

        assertThat(hash).startsWith("$2a$11$").isNotEqualTo(passwords.hash("correct horse 电池"));
        assertThat(passwords.matches("correct horse 电池", hash)).isTrue();
        assertThat(passwords.matches("correct horse 电", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void each_secret_is_of_256_bits_and_another() {
        FreshSecrets secrets = new FreshSecrets();

        assertThat(secrets.get()).hasSize(43).matches("[A-Za-z0-9_-]+").isNotEqualTo(secrets.get());
    }
}
