package io.baton.bootstrap.tls;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates of a PEM file.
 *
 * @param chain in the order of the file, at least one; of a server, its own first
 */
public record Certificates(Path file, List<X509Certificate> chain) {
    public static final String LEGAL =
            "the path of a PEM file with one or more CERTIFICATE blocks, a server's own first";

    public Certificates {
        chain = List.copyOf(chain);
    }

    /** @throws PemException if it holds none, or one that is broken */
    public static Certificates read(Path file) {
        List<X509Certificate> chain = PemFile.read(file).stream()
                .filter(block -> block.label().equals("CERTIFICATE"))
                .map(block -> parsed(block.content()))
                .toList();
        if (chain.isEmpty()) {
            throw new PemException("it holds no CERTIFICATE block");
        }
        return new Certificates(file, chain);
    }

    private static X509Certificate parsed(byte[] content) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            throw new PemException("a CERTIFICATE block is broken", e);
        }
    }

    /** The server's own. */
    X509Certificate own() {
        return chain.get(0);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
