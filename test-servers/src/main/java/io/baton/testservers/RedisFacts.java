package io.baton.testservers;

import java.io.IOException;
import java.net.URI;

/**
 * What a Redis server tells about itself.
 *
 * @param pid number of its process
 * @param version e.g. 7.0.15
 */
record RedisFacts(long pid, String version) {
    /** The facts of the server at {@code uri}, if it takes commands. */
    static RedisFacts of(URI uri) throws IOException {
        try (RespClient client = RespClient.to(uri)) {
            client.send("PING"); // refused while the server loads its data, which INFO is not
            String told = client.send("INFO", "server");
            return new RedisFacts(Long.parseLong(field(told, "process_id")), field(told, "redis_version"));
        }
    }

    /** The value of {@code name} in the reply {@code told} to INFO. */
    static String field(String told, String name) throws IOException {
        return told.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IOException("INFO tells no " + name));
    }
}
