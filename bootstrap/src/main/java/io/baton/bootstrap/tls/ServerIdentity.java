package io.baton.bootstrap.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate with its key: what a server shows, and proves to be its own. */
public record ServerIdentity(Certificates certificates, ServerKey key) {
    /** Whether key and certificate belong together. */
    public boolean fits() {
        return key.fits(certificates.own());
    }

    /** A context that shows this identity and asks for none. */
    public SSLContext context() {
        char[] password = {};
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("node", key.key(), password, certificates.chain().toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The JVM makes no TLS of " + this, e);
        }
    }
}
