package io.baton.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JdbcAddressTest {
    @Test
    void takes_user_and_password_out_of_the_url_and_keeps_other_parameters() {
        JdbcAddress address =
                JdbcAddress.parse("jdbc:mysql://db.test:3307/old?user=me&sslMode=REQUIRED&password=a=b&useSSL=true");

        assertThat(address.url("new")).isEqualTo("jdbc:mysql://db.test:3307/new?sslMode=REQUIRED&useSSL=true");
        assertThat(address.user()).isEqualTo("me");
        assertThat(address.password()).isEqualTo("a=b");
        assertThat(address.host()).isEqualTo("db.test");
        assertThat(address.port()).isEqualTo(3307);
    }

    @Test
    void is_root_without_a_password_on_the_usual_port_when_the_url_says_nothing_else() {
        JdbcAddress address = JdbcAddress.parse("jdbc:mysql://db.test");

        assertThat(address.url("new")).isEqualTo("jdbc:mysql://db.test/new");
        assertThat(address.user()).isEqualTo("root");
        assertThat(address.password()).isEmpty();
        assertThat(address.port()).isEqualTo(3306);
    }

    @Test
    void shows_no_password() {
        assertThat(JdbcAddress.parse("jdbc:mysql://db.test/?user=me&password=secret")
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    void rejects_another_kind_of_url_without_repeating_it() {
        assertThatThrownBy(() -> JdbcAddress.parse("jdbc:postgresql://db.test/?password=hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:mysql://host:3306/")
                .hasMessageNotContaining("hunter2");
    }
}
