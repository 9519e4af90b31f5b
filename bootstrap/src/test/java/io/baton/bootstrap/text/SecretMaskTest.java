package io.baton.bootstrap.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "redis://user:s3cret@h:6379/0 | redis://***@h:6379/0",
                "redis-sentinel://s3cret@h1,h2#m | redis-sentinel://***@h1,h2#m",
                "at redis://a:s3cret@h1:1,b:s3cret@h2:2 now | at redis://***@h2:2 now",
                "rediss://u:s3@cret@h | rediss://***@h",
                "jdbc:mysql://u:s3cret@h/db?x=1 | jdbc:mysql://***@h/db?x=1",
                "jdbc:mariadb://h/db?user=u&password=s3cret&x=1 | jdbc:mariadb://h/db?user=u&password=***&x=1",
                "jdbc:mysql://address=(host=h)(password=s3cret)/db | jdbc:mysql://address=(host=h)(password=***)/db",
                "jdbc:h2:mem:x;PASSWORD=s3cret;MODE=x | jdbc:h2:mem:x;PASSWORD=***;MODE=x",
                "{user=u, password=s3cret, trustCertificateKeyStorePassword=s3cret} | {user=u, password=***, trustCertificateKeyStorePassword=***}",
                "{\"user\":\"u\",\"password\":\"s3 cret\",\"x\":1} | {\"user\":\"u\",\"password\":***,\"x\":1}",
                "passwd = 's3 cret' ok | passwd = *** ok",
                "Authorization: Bearer s3cret | Authorization: Bearer ***",
                "{Authorization=[Basic s3cret==], x=y} | {Authorization=[Basic ***], x=y}",
                "\"authorization\":\"s3cret\" | \"authorization\":\"***\"",
                "sent bearer s3cret-s3cret | sent bearer ***",
                "Cookie: a=b; baton_session=s3cret; c=d | Cookie: a=b; baton_session=***; c=d",
                "GET /x?api_key=s3cret&y=1 | GET /x?api_key=***&y=1",
                "--token=s3cret --json | --token=*** --json",
            })
    void what_stands_where_secrets_do_is_masked_and_nothing_else(String text, String masked) {
        assertThat(SecretMask.PLACES.of(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Baton node n1 ready on http://127.0.0.1:8080 (standalone on H2 file:./x, 8 slots)",
                "no users yet: open https://127.0.0.1:1/setup?link=abcdefgh within an hour to make the first one",
                "run DEMO.hello@1795651200000 SUCCEEDED node=n1 attempt=1 ms=12",
                "a login from 127.0.0.1 was refused: wrong name or password",
                "Access denied for user 'x'@'h' (using password: YES)",
                "the bearer of it is unknown",
                "see https://example.com/a@b",
                "",
            })
    void other_text_stays_as_it_is(String text) {
        assertThat(SecretMask.PLACES.of(text)).isEqualTo(text);
    }

    @Test
    void known_secrets_are_masked_wherever_they_stand_and_the_longest_first() {
        SecretMask mask = SecretMask.knowing(List.of("s3cret-(1", "s3cret-(1$more", "short", ""));

        assertThat(mask.of("$9 s3cret-(1 xs3cret-(1$morex short")).isEqualTo("$9 *** x***x short");
    }

    @Test
    void a_text_made_to_take_long_takes_none() {
        for (String piece : List.of(
                "://", "password", "password=", "Authorization:", "\"token\":\"", "://a@", "secret.", "bearer ")) {
            String text = piece.repeat(200_000 / piece.length());
            Assertions.assertTimeout(Duration.ofSeconds(5), () -> SecretMask.PLACES.of(text), piece);
        }
        assertThatCode(() -> SecretMask.PLACES.of("token='" + "x\\\"".repeat(100_000)))
                .doesNotThrowAnyException();
    }
}
