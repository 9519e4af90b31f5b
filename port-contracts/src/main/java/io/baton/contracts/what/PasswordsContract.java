package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.port.Passwords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code Passwords}, clauses P1 and P2. A hash may take a tenth of a second, so that no test here asks for many. */
public abstract class PasswordsContract {
    private static final String PASSWORD = "correct horse 电池 🎉";
    /** The longest that the port takes. */
    private static final int MOST_BYTES = 72;

    /** Another of the passwords under test, such as another node has them. */
    protected abstract Passwords passwords();

    @Test
    void P1_a_password_matches_its_hash_on_every_node() {
        String hash = passwords().hash(PASSWORD);

        assertThat(passwords().matches(PASSWORD, hash)).isTrue();
    }

    @Test
    void P1_no_other_password_matches() {
        Passwords passwords = passwords();
        String hash = passwords.hash(PASSWORD);

        for (String other : List.of("", " ", "correct horse 电池", PASSWORD + " ", "Correct horse 电池 🎉", hash)) {
            assertThat(passwords.matches(other, hash)).as(other).isFalse();
        }
    }

    @Test
    void P1_the_same_password_gives_another_hash_each_time() {
        String one = passwords().hash(PASSWORD);
        String two = passwords().hash(PASSWORD);

        assertThat(one).isNotEqualTo(two);
        assertThat(passwords().matches(PASSWORD, two)).isTrue();
    }

    @Test
    void P1_each_of_the_bytes_of_the_longest_password_counts() {
        Passwords passwords = passwords();
        String longest = "语".repeat(23) + "abc";
        assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSize(MOST_BYTES);
        String hash = passwords.hash(longest);

        assertThat(passwords.matches(longest, hash)).isTrue();
        assertThat(passwords.matches("语".repeat(23) + "abd", hash)).isFalse();
        assertThat(passwords.matches("语".repeat(23) + "ab", hash)).isFalse();
    }

    @Test
    void P2_what_is_no_hash_matches_nothing() {
        Passwords passwords = passwords();
        String hash = passwords.hash(PASSWORD);
        String cut = hash.substring(0, hash.length() - 1);

        for (String none : List.of("", " ", "*", PASSWORD, cut, hash + "x", " " + hash, hash.substring(1))) {
            assertThat(passwords.matches(PASSWORD, none)).as(none).isFalse();
        }
    }
}
