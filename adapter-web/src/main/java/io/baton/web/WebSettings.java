package io.baton.web;

import java.util.Optional;

/**
 * Where the API answers.
 *
 * @param port 0 = any free one
 * @param token what a caller must bear; empty = everything but health is closed
 */
public record WebSettings(String bind, int port, Optional<String> token) {
    @Override
    public String toString() {
        return "WebSettings[" + bind + ":" + port + "]";
    }
}
