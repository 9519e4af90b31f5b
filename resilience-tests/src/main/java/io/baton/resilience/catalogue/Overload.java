package io.baton.resilience.catalogue;

import io.baton.resilience.checker.Kind;
import io.baton.resilience.cluster.LedgerTable.Row;
import io.baton.resilience.cluster.NodeApi.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** More is due than the nodes carry, and their queues may not hold it. */
final class Overload {
    /** 300 s of it. */
    static final int FLOOD = 300;

    /** Messages that may wait on a node's queue. */
    static final int CAPACITY = 50;

    /** The same where runs are asked for: few, so that 48 slots and three queues are full while the first runs go on. */
    static final int FEW = 10;

    private static final int STAGE_HOLDS = 48 + Stage.NODES * FEW;

    private static final int AT_ONCE = 8;
    private static final String CROWD = "T.crowd0";
    private static final Set<String> UNDER_WAY = Set.of("RUNNING", "DONE");

    private Overload() {}

    /** Each queue fills up and never holds more; what does not fit waits in the ledger and runs. */
    static void flood(Stage stage) {
        stage.fault("flood", "");
        Set<String> waited = new TreeSet<>();
        long longest = 0;
        for (int second = 2; second < FLOOD; second++) {
            stage.awaitSecond(second);
            longest = Math.max(longest, longest(stage));
            if (waited.isEmpty()) {
                waited.addAll(overTheQueues(stage));
            }
        }
        stage.felt(longest == CAPACITY, "queues", "the longest held " + longest + " messages of " + CAPACITY);
        stage.expect(!waited.isEmpty(), "ledger", "nothing waited in it");
        long most = stage.cluster().ledger().open("T.flood%");
        stage.awaitSecond(FLOOD);
        stage.healed("flood", "");
        stage.await(Duration.ofMinutes(5), () -> stage.cluster().ledger().open("T.flood%") == 0);
        stage.expect(done(stage, waited) == waited.size(), "ledger", "not all that waited in it succeeded");
        stage.figure("no queue held more than " + longest + " messages; " + most + " tasks were open at the end of "
                + FLOOD + " s; all of the " + waited.size() + " that first waited in the ledger for room ended later");
    }

    /** Asked for more than slots and queues hold, the nodes refuse, and say when to ask again. */
    static void crowded(Stage stage) {
        stage.awaitSecond(2);
        stage.fault("crowd", "");
        AtomicLong longest = new AtomicLong();
        Reply refusal = crowd(stage, longest);
        stage.felt(longest.get() > 0, "queues", "nothing waited on any");
        stage.expect(longest.get() <= FEW, "queues", "the longest held " + longest + " messages of " + FEW);
        stage.expect(
                refusal.status() == 429 && refusal.retryAfter().matches("[0-9]+"),
                CROWD,
                "asked for more than slots and queues hold: " + refusal);
        stage.await(
                Duration.ofMinutes(5),
                () -> stage.cluster().ledger().rows(CROWD).stream().allMatch(Row::done));
        stage.figure("a request met " + refusal.status() + ", Retry-After " + refusal.retryAfter()
                + ", when the longest queue held " + longest + " messages");
    }

    /**
     * Asks for longer runs, eight at once, until one is refused, or for more than slots and queues hold. A node refuses by what it knows of queues,
     * which holds what it has sent and is not there yet.
     *
     * @param longest becomes the length of the longest queue that was seen
     * @return the refusal, if there is one
     */
    private static Reply crowd(Stage stage, AtomicLong longest) {
        Reply last = new Reply(0, "", "");
        for (int n = 0; n < 4 * STAGE_HOLDS && last.status() != 429; n += AT_ONCE) {
            List<CompletableFuture<Reply>> asked = IntStream.range(n, n + AT_ONCE)
                    .mapToObj(one -> CompletableFuture.supplyAsync(() -> ask(stage, one)))
                    .toList();
            last = asked.stream()
                    .map(CompletableFuture::join)
                    .reduce((one, other) -> one.status() == 429 ? one : other)
                    .orElse(last);
            longest.accumulateAndGet(longest(stage), Math::max);
        }
        return last;
    }

    private static Reply ask(Stage stage, int n) {
        String request = "crowd" + n;
        stage.tell(Kind.ASKED, CROWD + "@r-" + request, "");
        return stage.cluster().api().attempt("/jobs/" + CROWD + "/run", "{\"requestId\":\"" + request + "\"}");
    }

    private static long longest(Stage stage) {
        return stage.cluster().living().stream()
                .mapToLong(node -> Queues.length(stage, Queues.of(node)))
                .max()
                .orElse(0);
    }

    /** Tasks of the ledger that wait, if there are more than all queues hold: some of them have no message. */
    private static Set<String> overTheQueues(Stage stage) {
        List<Row> rows = stage.cluster().ledger().rows("T.flood%");
        Set<String> waiting = rows.stream()
                .filter(row -> !UNDER_WAY.contains(row.state()))
                .map(Row::id)
                .collect(Collectors.toSet());
        return waiting.size() > CAPACITY * Stage.NODES ? waiting : Set.of();
    }

    private static long done(Stage stage, Set<String> tasks) {
        return stage.cluster().ledger().rows("T.flood%").stream()
                .filter(row -> tasks.contains(row.id()) && row.outcome().equals("SUCCEEDED"))
                .count();
    }
}
