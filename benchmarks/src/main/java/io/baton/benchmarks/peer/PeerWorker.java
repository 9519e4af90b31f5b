package io.baton.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import io.baton.benchmarks.contender.Contender.Kind;
import io.baton.benchmarks.contender.Contender.Load;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A worker of a peer in a process of its own: says {@code built} when it is, begins at the line {@code go}, ends with its
 * input. Arguments: the peer's name, the database's address, jobs, seconds, their kind.
 */
public final class PeerWorker {
    private PeerWorker() {}

    @SuppressWarnings("SystemOut") // the protocol
    public static void main(String[] arguments) throws Exception {
        Peer peer = Peers.valueOf(arguments[0]).make();
        Load load =
                new Load(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Kind.valueOf(arguments[4]));
        try (HikariDataSource pool = Pool.open(arguments[1], Peer.threads(load));
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Peer.Built built = peer.build(pool, load);
            System.out.println("built");
            if ("go".equals(input.readLine())) {
                built.start();
            }
            while (input.readLine() != null) {
                System.out.println("?");
            }
        }
        Runtime.getRuntime().halt(0);
    }
}
