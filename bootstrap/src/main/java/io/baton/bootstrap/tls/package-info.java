/**
 * Keys and certificates in PEM files, and what the JDK's TLS makes of them.
 */
@NullMarked
package io.baton.bootstrap.tls;

import org.jspecify.annotations.NullMarked;
