package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.ApiToken;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.domain.access.Session;
import io.baton.domain.access.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code Sessions} and {@code ApiTokens}: what people and programs authenticate with. */
public abstract class SessionsAndTokensContract extends WhatContract {
    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00.123Z");

    private static Session session(String digit, String user) {
        return new Session(digit.repeat(64), new UserName(user), 3, NOON);
    }

    private static ApiToken token(String id, String label, Optional<Instant> expiresAt) {
        Rights rights = new Rights(Role.OPERATOR, new Scope(Set.of("A", "B")));
        return new ApiToken(id, label, (id + "0".repeat(64)).substring(0, 64), rights, life(expiresAt));
    }

    private static ApiToken.Life life(Optional<Instant> expiresAt) {
        return new ApiToken.Life("ann", NOON, expiresAt);
    }

    @Test
    void S1_an_opened_session_is_found_until_it_is_closed() {
        first().office().sessions().open(session("a", "ann"));

        assertThat(second().office().sessions().find("a".repeat(64))).contains(session("a", "ann"));
        second().office().sessions().close("a".repeat(64));
        assertThat(first().office().sessions().find("a".repeat(64))).isEmpty();
    }

    @Test
    void S1_purging_takes_those_that_expired_before() {
        first().office().sessions().open(session("a", "ann"));

        second().office().sessions().purge(NOON);
        assertThat(first().office().sessions().find("a".repeat(64))).isPresent();
        second().office().sessions().purge(NOON.plusMillis(1));
        assertThat(first().office().sessions().find("a".repeat(64))).isEmpty();
    }

    @Test
    void S2_closing_all_of_a_user_leaves_those_of_others() {
        first().office().sessions().open(session("a", "ann"));
        first().office().sessions().open(session("b", "ann"));
        first().office().sessions().open(session("c", "bob"));

        second().office().sessions().closeAll(new UserName("ann"));

        assertThat(first().office().sessions().find("a".repeat(64))).isEmpty();
        assertThat(first().office().sessions().find("b".repeat(64))).isEmpty();
        assertThat(first().office().sessions().find("c".repeat(64))).isPresent();
    }

    @Test
    void K1_a_token_is_found_by_its_digest_until_it_is_revoked() {
        ApiToken robot = token("1", "robot 机器人", Optional.empty());
        ApiToken brief = token("2", "a day", Optional.of(NOON.plus(Duration.ofDays(1))));
        first().office().tokens().add(robot);
        first().office().tokens().add(brief);

        assertThat(second().office().tokens().find(robot.digest())).contains(robot);
        assertThat(second().office().tokens().all()).containsExactly(brief, robot);
        assertThat(second().office().tokens().revoke("1")).contains(robot);
        assertThat(first().office().tokens().revoke("1")).isEmpty();
        assertThat(first().office().tokens().find(robot.digest())).isEmpty();
        assertThat(first().office().tokens().find(brief.digest())).contains(brief);
    }
}
