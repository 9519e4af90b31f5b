package io.baton.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and certificate for {@code localhost} and 127.0.0.1, signed by an authority of its own, made by the JDK's keytool.
 *
 * @param certificate PEM: its own, then the authority's
 * @param key PEM: PKCS#8
 * @param authority PEM
 */
public record TestCertificate(Path certificate, Path key, Path authority, KeyStore store) {
    private static final String PASSWORD = "changeit";
    /** A minute: keytool takes a second on a machine with nothing else to do. */
    private static final int SECONDS = 60;

    /** @param folder where its files are written; @param algorithm RSA or EC */
    public static TestCertificate make(Path folder, String algorithm) {
        try {
            Path file = folder.resolve(algorithm + ".p12");
            Path request = folder.resolve(algorithm + ".request");
            Path signed = folder.resolve(algorithm + ".signed");
            keytool(
                    file,
                    "-genkeypair",
                    "-alias",
                    "ca",
                    "-keyalg",
                    algorithm,
                    "-dname",
                    "CN=test authority",
                    "-ext",
                    "bc:c");
            keytool(file, "-genkeypair", "-alias", "node", "-keyalg", algorithm, "-dname", "CN=node");
            keytool(file, "-certreq", "-alias", "node", "-file", request.toString());
            String names = "san=dns:localhost,ip:127.0.0.1";
            keytool(
                    file,
                    "-gencert",
                    "-alias",
                    "ca",
                    "-infile",
                    request.toString(),
                    "-outfile",
                    signed.toString(),
                    "-ext",
                    names);
            keytool(file, "-importcert", "-noprompt", "-alias", "node", "-file", signed.toString());
            return of(folder, algorithm, file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No test certificate in " + folder, e);
        }
    }

    private static TestCertificate of(Path folder, String name, Path file)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        StringBuilder chain = new StringBuilder();
        for (Certificate one : store.getCertificateChain("node")) {
            chain.append(block("CERTIFICATE", one.getEncoded()));
        }
        byte[] key = store.getKey("node", PASSWORD.toCharArray()).getEncoded();
        return new TestCertificate(
                Files.writeString(folder.resolve(name + "-certificate.pem"), chain),
                Files.writeString(folder.resolve(name + "-key.pem"), block("PRIVATE KEY", key)),
                Files.writeString(
                        folder.resolve(name + "-authority.pem"),
                        block("CERTIFICATE", store.getCertificate("ca").getEncoded())),
                store);
    }

    private static String block(String label, byte[] content) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + label + "-----\n" + lines.encodeToString(content) + "\n-----END " + label + "-----\n";
    }

    /** For both ends: shows this certificate, and believes its authority. */
    public SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            KeyStore believed = KeyStore.getInstance("PKCS12");
            believed.load(null, null);
            believed.setCertificateEntry("ca", store.getCertificate("ca"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No TLS with " + certificate, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keytool(Path store, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Path said = store.resolveSibling("keytool.out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("keytool took longer than " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("keytool " + arguments[0] + ": " + Files.readString(said));
        }
    }
}
