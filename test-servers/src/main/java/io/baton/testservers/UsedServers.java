package io.baton.testservers;

import java.util.ArrayList;
import java.util.List;

/** The servers that this JVM used so far, in the order of their start; guarded by the class. */
final class UsedServers {
    private static final List<UsedServer> USED = new ArrayList<>();
    private static List<String> reported = List.of();

    private UsedServers() {}

    static synchronized void add(UsedServer server) {
        USED.add(server);
    }

    static synchronized List<UsedServer> all() {
        return List.copyOf(USED);
    }

    /**
     * Prints the one line that names each kind of server used, unless it was printed before or there is none, and adds them
     * to the report of the build.
     */
    static synchronized void report() {
        List<String> kinds = USED.stream().map(UsedServer::label).distinct().toList();
        if (kinds.equals(reported)) {
            return;
        }
        reported = kinds;
        System.out.println("Test servers used: " + String.join(", ", kinds));
        BuildReport.ofThisJvm().ifPresent(report -> report.add(kinds));
    }
}
