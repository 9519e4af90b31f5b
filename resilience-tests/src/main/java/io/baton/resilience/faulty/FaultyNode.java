package io.baton.resilience.faulty;

import io.baton.application.Ports;
import io.baton.bootstrap.cli.Output;
import io.baton.bootstrap.cli.Program;
import io.baton.bootstrap.command.CommandNode;
import io.baton.bootstrap.node.Alterations;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The program {@code node} with something wrong about it, told by system properties: {@code faulty.halt} a fail point such
 * as {@code after-claim}, {@code faulty.armed} the file that arms it; {@code faulty.clock} by how much its wall clock is
 * ahead; {@code faulty.drift} by which part it runs too fast; {@code faulty.master} true if it always believes to be the
 * master; {@code faulty.nights} from when on it knows {@link NightZones}.
 */
public final class FaultyNode {
    /** What a process ends with that a fail point has ended: as by signal 9. */
    public static final int KILLED = 137;
    /** The property that names an instant from which on there are {@link NightZones}. */
    public static final String NIGHTS = "faulty.nights";

    private FaultyNode() {}

    public static void main(String[] arguments) {
        Optional.ofNullable(System.getProperty(NIGHTS)).map(Instant::parse).ifPresent(NightZones::register);
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.parse(System.getProperty("faulty.clock", "PT0S")));
        Clock clock = new DriftingClock(wrong, Double.parseDouble(System.getProperty("faulty.drift", "0")));
        CommandNode node = new CommandNode(new Alterations(clock, ports()));
        System.exit(new Program(node, List::of, Output.utf8()).run(List.of(arguments)));
    }

    private static UnaryOperator<Ports> ports() {
        String halt = System.getProperty("faulty.halt", "");
        if (!halt.isEmpty()) {
            Path armed = Path.of(System.getProperty("faulty.armed", "armed"));
            return new FailingPorts(
                    FailPoint.parse(halt, armed, () -> Runtime.getRuntime().halt(KILLED)));
        }
        return Boolean.getBoolean("faulty.master") ? new AlwaysMaster() : ports -> ports;
    }
}
