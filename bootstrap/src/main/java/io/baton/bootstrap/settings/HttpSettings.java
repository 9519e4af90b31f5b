package io.baton.bootstrap.settings;

import io.baton.bootstrap.tls.ServerIdentity;
import java.util.Optional;

/**
 * The console and the API.
 *
 * @param port 0 = any free port
 * @param tls what https shows; empty = plain HTTP
 * @param apiToken an admin token for unattended installs
 * @param adminPassword the first admin's password for unattended installs
 */
public record HttpSettings(
        String bind,
        int port,
        Optional<ServerIdentity> tls,
        Optional<Secret> apiToken,
        Optional<Secret> adminPassword) {}
