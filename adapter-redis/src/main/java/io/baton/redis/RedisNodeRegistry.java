package io.baton.redis;

import io.baton.domain.node.ClusterView;
import io.baton.domain.node.Heartbeat;
import io.baton.domain.node.Incarnation;
import io.baton.domain.node.NodeId;
import io.baton.domain.port.NodeRegistry;
import io.baton.redis.RedisKeys.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The registry of nodes in Redis. A beat costs one command and brings the whole view; the server's clock judges. */
final class RedisNodeRegistry implements NodeRegistry {
    /** 7 days without any beat: the cluster is gone for good, and its entries go too. */
    private static final String FORGOTTEN = Long.toString(Duration.ofDays(7).toMillis());

    /** 1 h: so often each node puts that off; each beat would cost three commands more. */
    private static final String PUT_OFF = Long.toString(Duration.ofHours(1).toMillis());

    private static final String MOST_NODES = "1000";
    private static final List<String> ONLY_SHOW = List.of("", "", "", "0", "", FORGOTTEN, MOST_NODES, PUT_OFF);

    private final Calls calls;
    private final RedisKeys keys;
    private final Presence presence;
    private final List<String> entries;
    private final List<String> all;

    RedisNodeRegistry(RedisLink link, RedisKeys keys, Presence presence) {
        this.calls = new Calls(link, "NodeRegistry");
        this.keys = keys;
        this.presence = presence;
        this.entries = List.of(keys.the(Kind.NODES), keys.the(Kind.INCARNATIONS), keys.the(Kind.BEATS));
        this.all =
                List.of(entries.get(0), entries.get(1), entries.get(2), keys.the(Kind.DRAINING), keys.the(Kind.MASTER));
    }

    @Override
    public BeatReply beat(Heartbeat beat, Duration timeout) {
        Incarnation who = beat.who();
        String operation = "beat of " + who;
        announce(operation, who);
        ViewReply reply = new ViewReply(calls.list(
                operation,
                Script.BEAT,
                all,
                List.of(
                        who.node().text(),
                        who.number(),
                        HeartbeatCodec.write(beat),
                        Long.toString(timeout.toMillis()),
                        keys.presence(who),
                        FORGOTTEN,
                        MOST_NODES,
                        PUT_OFF)));
        if (reply.holder().isPresent()) {
            presence.withdraw(who);
        } else if (!reply.subscribed()) {
            presence.renew();
        }
        return new BeatReply(reply.view(), reply.holder().map(number -> new Incarnation(who.node(), number)));
    }

    private void announce(String operation, Incarnation who) {
        try {
            presence.announce(who);
        } catch (RuntimeException e) {
            throw calls.failed(operation, e);
        }
    }

    @Override
    public ClusterView view() {
        return new ViewReply(calls.list("view", Script.BEAT, all, ONLY_SHOW)).view();
    }

    @Override
    public Set<Incarnation> present() {
        String stem = keys.the(Kind.PRESENCE);
        List<String> present = calls.list("count of the present", Script.PRESENT, entries.subList(1, 2), List.of(stem));
        return present.stream().map(Incarnation::parse).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void leave(Incarnation who) {
        presence.withdraw(who);
        remove("leaving of " + who, who);
    }

    @Override
    public void evict(Incarnation dead) {
        remove("eviction of " + dead, dead);
    }

    @Override
    public void wantDrain(NodeId node, boolean wanted) {
        String wishes = keys.the(Kind.DRAINING);
        calls.<Long>call("wish to drain " + node, commands -> {
            CompletionStage<Long> reply =
                    wanted ? commands.sadd(wishes, node.text()) : commands.srem(wishes, node.text());
            return reply;
        });
    }

    private void remove(String operation, Incarnation who) {
        calls.count(operation, Script.LEAVE, entries, List.of(who.node().text(), who.number()));
    }
}
