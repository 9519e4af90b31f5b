package io.baton.web;

import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The door for HTTP within TLS 1.2 or 1.3; Jetty leaves out the ciphers that are weak. */
final class TlsConnector {
    private TlsConnector() {}

    static Connector of(Server server, HttpConfiguration plain, WebSettings settings, SSLContext tls) {
        HttpConfiguration http = new HttpConfiguration(plain);
        // Whether the name fits the certificate is for the client to judge: nodes are asked by address too.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setSslContext(tls);
        ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        HttpConnectionFactory inside = new HttpConnectionFactory(http);
        ServerConnector connector =
                new ServerConnector(server, new SslConnectionFactory(ssl, inside.getProtocol()), inside);
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        return connector;
    }
}
