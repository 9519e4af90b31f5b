package io.baton.bootstrap.settings;

/** The least important events that the log shows. */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR
}
