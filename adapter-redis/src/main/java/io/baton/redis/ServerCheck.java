package io.baton.redis;

import io.baton.domain.port.StoreWarning;
import io.baton.domain.port.StoreWarning.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server tells of itself (INFO), judged.
 *
 * @param facts its lines {@code name:value}
 */
record ServerCheck(Map<String, String> facts) {
    /** LMOVE and BLMOVE came with 6.2. */
    private static final Version OLDEST = new Version(6, 2, 0);
    /** The first of each line without CVE-2025-49844, by which a Lua script can break out of the interpreter. */
    private static final List<Version> PATCHED = List.of(
            new Version(6, 2, 20),
            new Version(7, 2, 11),
            new Version(7, 4, 6),
            new Version(8, 0, 4),
            new Version(8, 2, 2));

    private record Version(int major, int minor, int patch) {
        static Optional<Version> parse(String text) {
            String[] parts = text.split("\\.", -1);
            try {
                return parts.length < 3
                        ? Optional.empty()
                        : Optional.of(new Version(
                                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        boolean sameLine(Version other) {
            return major == other.major && minor == other.minor;
        }

        boolean olderThan(Version other) {
            return compare(major, other.major, compare(minor, other.minor, Integer.compare(patch, other.patch))) < 0;
        }

        private static int compare(int mine, int other, int otherwise) {
            return mine == other ? otherwise : Integer.compare(mine, other);
        }
    }

    static ServerCheck of(String info) {
        Map<String, String> facts = new TreeMap<>();
        info.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                facts.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return new ServerCheck(facts);
    }

    boolean isClusterMember() {
        return is("redis_mode", "cluster");
    }

    boolean isLoading() {
        return is("loading", "1");
    }

    boolean isReplica() {
        return is("role", "slave");
    }

    /** Why the server cannot be used, whatever is waited for; empty if it can. */
    Optional<String> refusal(boolean anyEvictionPolicy) {
        if (version().filter(v -> v.olderThan(OLDEST)).isPresent()) {
            return Optional.of(
                    "is version " + fact("redis_version") + "; baton.redis.uri must name one of 6.2 or newer");
        }
        if (!anyEvictionPolicy && !fact("maxmemory_policy").isEmpty() && !is("maxmemory_policy", "noeviction")) {
            return Optional.of("throws keys away when its memory is full: set its maxmemory-policy from "
                    + fact("maxmemory_policy") + " to noeviction, or name another server in baton.redis.uri");
        }
        return Optional.empty();
    }

    /** What an operator should know. */
    List<StoreWarning> warnings() {
        List<StoreWarning> warnings = new ArrayList<>();
        if (!fact("maxmemory_policy").isEmpty() && !is("maxmemory_policy", "noeviction")) {
            warnings.add(new StoreWarning(
                    Kind.EVICTION,
                    "Redis may throw keys away when its memory is full (maxmemory-policy " + fact("maxmemory_policy")
                            + "); noeviction is what Baton needs"));
        }
        if (is("aof_enabled", "0")) {
            warnings.add(new StoreWarning(
                    Kind.NO_APPEND_ONLY_FILE,
                    "Redis keeps no append-only file: after its restart queued work is late until the sweep has"
                            + " pushed it again (set appendonly yes)"));
        }
        if (fact("valkey_version").isEmpty()
                && version().filter(ServerCheck::unpatched).isPresent()) {
            warnings.add(new StoreWarning(
                    Kind.UNPATCHED,
                    "Redis " + fact("redis_version") + " lacks a security fix of its Lua interpreter"
                            + " (CVE-2025-49844), unless your distributor has added it"));
        }
        if (!fact("connected_slaves").isEmpty()
                && !is("connected_slaves", "0")
                && fact("min_slaves_good_slaves").isEmpty()) {
            warnings.add(new StoreWarning(
                    Kind.REPLICAS_BEHIND,
                    "Redis takes writes that no replica gets: min-replicas-to-write 1 and min-replicas-max-lag 10"
                            + " bound what a fail-over loses"));
        }
        return List.copyOf(warnings);
    }

    private static boolean unpatched(Version version) {
        Optional<Version> fixed = PATCHED.stream().filter(version::sameLine).findFirst();
        return fixed.map(version::olderThan).orElseGet(() -> version.olderThan(PATCHED.get(PATCHED.size() - 1)));
    }

    private Optional<Version> version() {
        return Version.parse(fact("redis_version"));
    }

    private boolean is(String name, String value) {
        return fact(name).equals(value);
    }

    private String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
