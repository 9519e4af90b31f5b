package io.baton.bootstrap.settings;

/** How a line of the log looks. */
public enum LogFormat {
    TEXT,
    JSON
}
