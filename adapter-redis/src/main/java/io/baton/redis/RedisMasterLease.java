package io.baton.redis;

import io.baton.domain.node.Incarnation;
import io.baton.domain.port.MasterLease;
import io.baton.domain.port.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The master role in Redis: one key with a time to live, changed only by scripts that compare the holder. */
final class RedisMasterLease implements MasterLease {
    private static final String PORT = "MasterLease";
    private static final String NOBODY = "";

    private final Calls calls;
    private final String key;

    RedisMasterLease(RedisLink link, RedisKeys keys) {
        this.calls = new Calls(link, PORT);
        this.key = keys.the(RedisKeys.Kind.MASTER);
    }

    @Override
    public Incarnation claim(Incarnation by, Duration lasting) {
        return claim("claim by " + by, by, lasting, NOBODY);
    }

    @Override
    public Optional<Incarnation> holder() {
        @Nullable String holder = calls.call("read of the holder", commands -> commands.get(key));
        return Optional.ofNullable(holder).map(text -> read("read of the holder", text));
    }

    @Override
    public void release(Incarnation by) {
        calls.count("release by " + by, Script.RELEASE_LEASE, List.of(key), List.of(by.toString()));
    }

    @Override
    public Incarnation takeFrom(Incarnation dead, Incarnation by, Duration lasting) {
        return claim("taking from " + dead + " by " + by, by, lasting, dead.toString());
    }

    private Incarnation claim(String operation, Incarnation by, Duration lasting, String dead) {
        Leases.check(lasting);
        List<String> arguments = List.of(by.toString(), Long.toString(lasting.toMillis()), dead);
        return read(operation, calls.text(operation, Script.CLAIM_LEASE, List.of(key), arguments));
    }

    private Incarnation read(String operation, String text) {
        try {
            return Incarnation.parse(text);
        } catch (IllegalArgumentException e) {
            throw new StoreException(PORT, operation, "the key " + key + " holds no node; delete it");
        }
    }
}
