package io.baton.bootstrap.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.testservers.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemTest {
    @TempDir
    private static Path folder;

    private static TestCertificate rsa;
    private static TestCertificate ec;

    @BeforeAll
    static void make() {
        rsa = TestCertificate.make(folder, "RSA");
        ec = TestCertificate.make(folder, "EC");
    }

    private static TestCertificate of(String algorithm) {
        return algorithm.equals("RSA") ? rsa : ec;
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void a_pair_is_read_with_the_chain_in_its_order(String algorithm) {
        Certificates certificates = Certificates.read(of(algorithm).certificate());
        ServerKey key = ServerKey.read(of(algorithm).key());

        assertThat(certificates.chain())
                .extracting(one -> one.getSubjectX500Principal().getName())
                .containsExactly("CN=node", "CN=test authority");
        assertThat(key.key().getAlgorithm()).isEqualTo(algorithm);
        assertThat(new ServerIdentity(certificates, key).fits()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RSA, EC", "EC, RSA"})
    void a_key_of_another_kind_does_not_fit(String certificate, String key) {
        assertThat(pair(of(certificate).certificate(), of(key).key()).fits()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void a_key_of_another_pair_does_not_fit(String algorithm) {
        assertThat(pair(of(algorithm).authority(), of(algorithm).key()).fits()).isFalse();
    }

    private static ServerIdentity pair(Path certificate, Path key) {
        return new ServerIdentity(Certificates.read(certificate), ServerKey.read(key));
    }

    @Test
    void text_around_the_blocks_and_windows_line_ends_do_no_harm() throws IOException {
        String odd = "Bag Attributes\r\n  friendlyName: x-----\r\n"
                + Files.readString(ec.key()).replace("\n", "\r\n") + "more";

        assertThat(ServerKey.read(file("odd", odd)).key())
                .isEqualTo(ServerKey.read(ec.key()).key());
    }

    @Test
    void a_key_and_its_certificate_may_share_a_file() throws IOException {
        Path both = file("both", Files.readString(rsa.key()) + Files.readString(rsa.certificate()));

        assertThat(pair(both, both).fits()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RSA PRIVATE KEY | of the form RSA PRIVATE KEY; make one with: openssl pkcs8 -topk8",
                "EC PRIVATE KEY | of the form EC PRIVATE KEY; make one with",
                "ENCRYPTED PRIVATE KEY | of the form ENCRYPTED PRIVATE KEY; make one with",
                "CERTIFICATE | it holds no PRIVATE KEY block",
                "PRIVATE KEY | its PRIVATE KEY block is broken, or neither RSA nor EC",
            })
    void another_form_of_key_is_refused_with_the_way_to_a_legal_one(String label, String why) throws IOException {
        Path file = file(
                "other",
                "-----BEGIN " + label + "-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END " + label + "-----\n");

        assertThatThrownBy(() -> ServerKey.read(file))
                .isInstanceOf(PemException.class)
                .hasMessageContaining(why);
    }

    @Test
    void what_is_no_certificate_is_refused_with_the_reason() throws IOException {
        refused(folder.resolve("none.pem"), "there is no such file");
        refused(folder, "it cannot be read: Is a directory");
        refused(file("empty", ""), "it holds no block -----BEGIN");
        refused(file("text", "x".repeat(1_048_577)), "it is longer than 1 MiB");
        refused(file("cut", Files.readString(rsa.certificate()).substring(0, 300)), "it holds no block");
        refused(rsa.key(), "it holds no CERTIFICATE block");
        refused(
                file("broken", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
                "a CERTIFICATE block is broken");
    }

    private static void refused(Path file, String why) {
        assertThatThrownBy(() -> Certificates.read(file))
                .isInstanceOf(PemException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining(folder.toString());
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
