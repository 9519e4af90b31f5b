package io.baton.bootstrap.cli;

import picocli.CommandLine.Option;

/** A command that asks no server, and takes the options of one all the same: a script can give them with every command. */
abstract class NoServer {
    private static final String WITHOUT_EFFECT = "Without effect: this command asks no server.";

    @Option(names = "--server", paramLabel = "URL", description = WITHOUT_EFFECT)
    void server(String url) {}

    @Option(names = "--token", paramLabel = "TOKEN", description = WITHOUT_EFFECT)
    void token(String secret) {}

    @Option(names = "--ca", paramLabel = "FILE", description = WITHOUT_EFFECT)
    void authorities(String file) {}
}
