package io.baton.application.access;

import io.baton.domain.access.AuditEntry;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.job.JobKey;
import java.util.Locale;

/**
 * Who asks: a user, a program with a token, or a node with a job file of its settings.
 *
 * @param name the user's name, {@code token:<label>} or {@code job-file:<path>}
 * @param from the address that the request came from, or the node whose file it is
 */
public record Caller(String name, Rights rights, String from) {
    /** @throws DeniedException if the caller's role does not cover that one */
    public void needs(Role role) {
        if (!rights.role().covers(role)) {
            throw new DeniedException("this needs the role " + word(role) + "; " + name + " is " + rights.words());
        }
    }

    /** @throws DeniedException if the caller's role does not cover that one, or the job is of a group that is not theirs */
    public void needs(Role role, JobKey job) {
        needs(role);
        if (!sees(job)) {
            throw new DeniedException("the group " + job.group() + " is not among those of " + name);
        }
    }

    /** @throws DeniedException if the caller's role does not cover that one, or is for some groups only */
    public void needsForAll(Role role) {
        needs(role);
        if (!rights.scope().all()) {
            throw new DeniedException("this concerns all groups, and " + name + " is " + rights.words());
        }
    }

    public boolean sees(JobKey job) {
        return rights.scope().admits(job);
    }

    AuditEntry.Actor actor() {
        return new AuditEntry.Actor(name, from);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
