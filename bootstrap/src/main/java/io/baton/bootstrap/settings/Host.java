package io.baton.bootstrap.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the defaults need to know of the machine.
 *
 * @param name the host's name, any text
 * @param processors at least 1
 * @param randomWord a short word, another one at each call, of {@code [a-z0-9]}
 */
public record Host(String name, int processors, Supplier<String> randomWord) {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    /** Five letters of 32: two nodes of one host name collide once in 33 million, and a second live one is refused. */
    private static final int WORD_LENGTH = 5;

    /** The machine that this JVM runs on. */
    public static Host current(Map<String, String> environment) {
        return new Host(hostName(environment), Runtime.getRuntime().availableProcessors(), Host::word);
    }

    /** The name made legal as a node id, with a random word behind it. */
    String freshNodeId() {
        String legal = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
        String start = legal.isEmpty() ? "node" : legal.substring(0, Math.min(legal.length(), 50));
        return start + "-" + randomWord.get();
    }

    private static String hostName(Map<String, String> environment) {
        String named = environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", ""));
        if (!named.isBlank()) {
            return named;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException noName) {
            return "node";
        }
    }

    private static String word() {
        SecureRandom random = new SecureRandom();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < WORD_LENGTH; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
