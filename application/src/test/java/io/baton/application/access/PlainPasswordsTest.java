package io.baton.application.access;

import io.baton.contracts.what.PasswordsContract;
import io.baton.contracts.what.PlainPasswords;
import io.baton.domain.port.Passwords;

/** What stands for a slow hash in tests keeps the law of one. */
final class PlainPasswordsTest extends PasswordsContract {
    @Override
    protected Passwords passwords() {
        return new PlainPasswords();
    }
}
