package io.baton.bootstrap.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/** The private key of a server, from a PEM file. Its text form is the file's name. */
public record ServerKey(Path file, PrivateKey key) {
    public static final String LEGAL =
            "the path of a PEM file with a PRIVATE KEY block (PKCS#8, RSA or EC, not encrypted)";

    private static final String CONVERT = "; make one with: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW";

    /** @throws PemException if it holds no key that can be used */
    public static ServerKey read(Path file) {
        List<PemFile.Block> blocks = PemFile.read(file);
        return blocks.stream()
                .filter(block -> block.label().equals("PRIVATE KEY"))
                .findFirst()
                .map(block -> new ServerKey(file, parsed(block.content())))
                .orElseThrow(() -> new PemException(refusal(blocks)));
    }

    /** Names the labels only: what stands between them may be a key. */
    private static String refusal(List<PemFile.Block> blocks) {
        Optional<String> other = blocks.stream()
                .map(PemFile.Block::label)
                .filter(label -> label.endsWith("PRIVATE KEY"))
                .findFirst();
        return other.map(label -> "its key is of the form " + label + CONVERT).orElse("it holds no PRIVATE KEY block");
    }

    private static PrivateKey parsed(byte[] content) {
        for (String algorithm : List.of("RSA", "EC")) {
            Optional<PrivateKey> key = parsed(content, algorithm);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new PemException("its PRIVATE KEY block is broken, or neither RSA nor EC");
    }

    private static Optional<PrivateKey> parsed(byte[] content, String algorithm) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content)));
        } catch (InvalidKeySpecException notOfThisKind) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM knows no " + algorithm + " keys", e);
        }
    }

    /** Whether the certificate was made for this key: what one signs, the other verifies. */
    boolean fits(X509Certificate certificate) {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        byte[] text = {1, 2, 3};
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherCurveOrSize) {
            return false;
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
