package io.baton.bootstrap.settings;

import static io.baton.bootstrap.settings.Loading.accepted;
import static io.baton.bootstrap.settings.Loading.input;
import static io.baton.bootstrap.settings.Loading.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bootstrap.tls.Certificates;
import io.baton.bootstrap.tls.ServerKey;
import io.baton.testservers.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pair of settings that makes a node speak https. */
class TlsSettingsTest {
    private static final String CERTIFICATE = "--baton.http.tls.certificate=";
    private static final String KEY = "--baton.http.tls.key=";

    @TempDir
    private static Path folder;

    private static TestCertificate pair;

    @BeforeAll
    static void make() {
        pair = TestCertificate.make(folder, "EC");
    }

    @Test
    void both_make_https_and_neither_plain_http() {
        HttpSettings both = accepted(input(CERTIFICATE + pair.certificate(), KEY + pair.key()))
                .http();

        assertThat(both.tls())
                .hasValueSatisfying(identity -> assertThat(identity.fits()).isTrue());
        assertThat(both.toString()).contains(pair.key().toString()).doesNotContain("modulus", "private value");
        assertThat(accepted(input()).http().tls()).isEmpty();
    }

    @Test
    void one_without_the_other_is_refused() {
        assertThat(refused(input(CERTIFICATE + pair.certificate())))
                .containsExactly(
                        "baton.http.tls.key: is missing: baton.http.tls.certificate is set, and TLS needs both;"
                                + " legal is: " + ServerKey.LEGAL + " (or neither of them, for plain HTTP)");
        assertThat(refused(input(KEY + pair.key())))
                .singleElement()
                .asString()
                .startsWith("baton.http.tls.certificate: is missing: baton.http.tls.key is set");
    }

    @Test
    void a_key_that_does_not_belong_to_the_certificate_is_refused_with_both_files() {
        assertThat(refused(input(CERTIFICATE + pair.authority(), KEY + pair.key())))
                .containsExactly("baton.http.tls.key: '" + pair.key()
                        + "' does not belong to the first certificate of baton.http.tls.certificate '"
                        + pair.authority() + "'; legal is: the key for which that certificate was made");
    }

    @Test
    void a_file_that_is_not_there_or_not_fit_is_one_line_with_setting_value_reason_and_range() {
        Path none = folder.resolve("none.pem");

        assertThat(refused(input(CERTIFICATE + none, KEY + pair.certificate())))
                .containsExactly(
                        "baton.http.tls.certificate: '" + none
                                + "' (command line) is not legal: there is no such file; legal is: "
                                + Certificates.LEGAL,
                        "baton.http.tls.key: '" + pair.certificate()
                                + "' (command line) is not legal: it holds no PRIVATE KEY block; legal is: "
                                + ServerKey.LEGAL);
    }

    @Test
    void a_key_that_was_given_where_its_path_belongs_is_not_shown() throws IOException {
        String secret = Files.readString(pair.key()).lines().skip(1).findFirst().orElseThrow();

        assertThat(refused(input(CERTIFICATE + pair.certificate(), KEY + "file:" + pair.key())))
                .singleElement()
                .asString()
                .startsWith("baton.http.tls.key: the content of 'file:")
                .doesNotContain(secret);
    }
}
