package io.baton.domain.placement;

import io.baton.domain.job.JobKey;
import io.baton.domain.node.NodeId;
import java.util.Collection;

/**
 * Shares jobs out among nodes by rendezvous hashing: each pair of job and node has a weight, and the heaviest nodes have the
 * job. A node that comes or goes moves no job but its own; nodes that know the same others come to the same answer.
 */
public final class Rendezvous {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Rendezvous() {}

    /**
     * Whether a node is among the first {@code most} of a job.
     *
     * @param others the other nodes; whether the node itself is among them makes no difference
     * @param most 1 or more
     */
    public static boolean among(int most, JobKey job, NodeId node, Collection<NodeId> others) {
        long key = hash(hash(FNV_BASIS, job.group()), "." + job.name());
        long own = weight(key, node);
        int heavier = 0;
        for (NodeId other : others) {
            long weight = weight(key, other);
            if (weight > own || (weight == own && other.compareTo(node) < 0)) {
                heavier++;
            }
        }
        return heavier < most;
    }

    private static long weight(long job, NodeId node) {
        return mixed(job ^ mixed(hash(FNV_BASIS, node.text())));
    }

    /** FNV-1a. */
    private static long hash(long basis, String text) {
        long hash = basis;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** The last step of MurmurHash3: names that differ in one character get weights that have nothing in common. */
    private static long mixed(long value) {
        long hash = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
