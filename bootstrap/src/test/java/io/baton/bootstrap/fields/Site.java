package io.baton.bootstrap.fields;

import static org.awaitility.Awaitility.await;

import io.baton.bootstrap.BatonNode;
import io.baton.testservers.MariaDbServer;
import io.baton.testservers.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An installation under test: a standalone node, or three nodes of a cluster in this JVM. */
final class Site implements AutoCloseable {
    private final String name;
    private final Map<String, String> stores;
    private final List<Member> members = new ArrayList<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** A node; the last one of a site has the label {@code kind=special}. */
    record Member(String id, BatonNode node) {}

    private Site(String name, Map<String, String> stores) {
        this.name = name;
        this.stores = stores;
    }

    static Site standalone(Path folder) {
        Site site = new Site("standalone", Map.of("baton.db.url", "jdbc:h2:" + folder.toAbsolutePath() + "/site"));
        site.start("alone");
        return site;
    }

    static Site threeNodes() {
        MariaDbServer server = TestServers.mariaDb();
        Site site = new Site(
                "three nodes",
                Map.of(
                        "baton.cluster", "c-" + UUID.randomUUID().toString().substring(0, 8),
                        "baton.redis.uri", TestServers.redis().uri(),
                        "baton.db.url", server.jdbcUrl(server.createDatabase()),
                        "baton.db.user", server.user(),
                        "baton.db.password", server.password()));
        List.of("one", "two", "three").forEach(site::start);
        site.awaitAcquaintance();
        return site;
    }

    /** Each node hears of the others by its own next heartbeat. */
    private void awaitAcquaintance() {
        await("every node knows all of them")
                .atMost(Duration.ofSeconds(60))
                .until(() -> members.stream()
                        .allMatch(member ->
                                member.node().desk().look().watch().alive().size() == members.size()));
    }

    /** Starts a node, or starts one again that has ended. */
    private void start(String id) {
        BatonNode.Builder builder = BatonNode.builder()
                .set("baton.node.id", id)
                .set("baton.node.slots", "40")
                .set("baton.node.heartbeat-interval", "1s")
                .set("baton.http.port", "0")
                .set("baton.tasks.packages", "io.baton.bootstrap.fields.named")
                .task("probe", new Probe(id, calls));
        if (!id.equals("one") && !id.equals("two")) {
            builder.set("baton.node.labels", "kind=special");
        }
        stores.forEach(builder::set);
        members.add(new Member(id, builder.start()));
    }

    /** Ends the last node without waiting for its tasks, and starts it again. */
    void restartLast() {
        Member last = members.remove(members.size() - 1);
        last.node().close(() -> true);
        start(last.id());
    }

    Ledger ledger() {
        return new Ledger(members.get(0).node().desk(), calls);
    }

    /** The ledger as the n-th node sees it, counted around. */
    Ledger ledger(int n) {
        return new Ledger(members.get(n % members.size()).node().desk(), calls);
    }

    int size() {
        return members.size();
    }

    Member last() {
        return members.get(members.size() - 1);
    }

    @Override
    public void close() {
        members.forEach(member -> member.node().close(() -> true));
    }

    @Override
    public String toString() {
        return name;
    }
}
