package io.baton.bootstrap.settings;

/** How the log looks and how much of it there is. */
public record LogSettings(LogFormat format, LogLevel level) {}
