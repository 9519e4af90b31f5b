package io.baton.web;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where console and API answer.
 *
 * @param port 0 = any free one
 * @param tls holds the node's key and certificate; empty = plain HTTP
 */
public record WebSettings(String bind, int port, Optional<SSLContext> tls) {}
