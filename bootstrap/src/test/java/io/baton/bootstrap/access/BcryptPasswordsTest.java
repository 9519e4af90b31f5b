package io.baton.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.contracts.what.PasswordsContract;
import io.baton.domain.port.Passwords;
import org.junit.jupiter.api.Test;

class BcryptPasswordsTest extends PasswordsContract {
    @Override
    protected Passwords passwords() {
        return new BcryptPasswords();
    }

    @Test
    void a_hash_is_of_the_kind_and_cost_that_others_read() {
        assertThat(passwords().hash("correct horse")).matches("\\$2a\\$11\\$[./A-Za-z0-9]{53}");
    }

    @Test
    void each_secret_is_of_256_bits_and_another() {
        FreshSecrets secrets = new FreshSecrets();

        assertThat(secrets.get()).hasSize(43).matches("[A-Za-z0-9_-]+").isNotEqualTo(secrets.get());
    }
}
