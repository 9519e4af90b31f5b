package io.baton.bootstrap.cli;

import io.baton.domain.job.CronTimes;
import io.baton.domain.port.CronParser;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code preview CRON}: when a cron expression is due next. Needs no server. */
@Command(
        name = "preview",
        description = "Print the next due times of a cron expression. Needs no server.",
        mixinStandardHelpOptions = true)
public final class PreviewCommand extends NoServer implements Callable<Integer> {
    private static final int MOST = 1000;
    /** Quartz's seven, the year among them. */
    private static final int MOST_FIELDS = 7;

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx EEE", Locale.ENGLISH);

    private final CronParser parser;
    private final Clock clock;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "CRON",
            description = "The expression, such as \"0/5 * * * * ?\" (Quartz) or \"*/5 * * * *\" (Unix).")
    private @SuppressWarnings("NullAway.Init") List<String> fields;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Such as Asia/Shanghai. Default: this machine's.")
    private String zone = ZoneId.systemDefault().getId();

    @Option(names = "--count", paramLabel = "N", description = "How many times, 1..1000. Default: 10.")
    private int count = 10;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    /** @param clock from whose time on the due times are told */
    public PreviewCommand(CronParser parser, Clock clock) {
        this.parser = parser;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            throw misuse("--count=" + count + " is out of range; legal is: 1.." + MOST);
        }
        ZoneId where = zoneId();
        List<Instant> due = due(where);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(due.stream().map(at -> "\"" + at + "\"").collect(Collectors.joining(",", "[", "]")));
        } else if (due.isEmpty()) {
            out.println("never due again within 100 years");
        } else {
            due.forEach(at -> out.println(LOCAL.format(at.atZone(where)) + "  " + at));
        }
        return ExitCode.DONE;
    }

    private List<Instant> due(ZoneId where) {
        List<Instant> due = new ArrayList<>();
        try {
            CronTimes times = parser.parse(String.join(" ", fields), where);
            Optional<Instant> next = times.next(clock.instant());
            while (next.isPresent() && due.size() < count) {
                due.add(next.get());
                next = times.next(next.get());
            }
        } catch (IllegalArgumentException noCron) {
            String hint = fields.size() > MOST_FIELDS ? "; quote it, or the shell puts file names in place of *" : "";
            throw misuse(noCron.getMessage() + hint);
        }
        return due;
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw misuse("--zone=" + zone + " is no time zone; legal is: a name such as Europe/Berlin, or UTC");
        }
    }

    private ParameterException misuse(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
