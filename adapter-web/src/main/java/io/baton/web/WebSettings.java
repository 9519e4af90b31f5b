package io.baton.web;

/**
 * Where console and API answer.
 *
 * @param port 0 = any free one
 */
public record WebSettings(String bind, int port) {}
