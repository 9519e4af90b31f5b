package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.domain.access.Account;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.domain.access.UserName;
import io.baton.domain.port.Accounts;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code Accounts}: the people who may log in. */
public abstract class AccountsContract extends WhatContract {
    private static final Account ANN = Account.fresh(new UserName("ann@example.org"), "$2a$10$abc", Rights.ADMIN);
    private static final Account BOB = Account.fresh(
            new UserName("bob"), "$2a$10$def", new Rights(Role.OPERATOR, new Scope(Set.of("SALES", "sales"))));

    private Accounts one() {
        return first().office().accounts();
    }

    private Accounts other() {
        return second().office().accounts();
    }

    @Test
    void U1_an_account_is_found_by_the_other_client_until_it_is_deleted() {
        assertThat(one().create(BOB)).isTrue();
        assertThat(one().create(ANN)).isTrue();

        assertThat(other().find(BOB.name())).contains(BOB);
        assertThat(other().all()).containsExactly(ANN, BOB);
        assertThat(other().create(BOB.withPassword("x"))).isFalse();
        assertThat(other().find(BOB.name())).contains(BOB);

        assertThat(other().delete(BOB.name())).isTrue();
        assertThat(one().delete(BOB.name())).isFalse();
        assertThat(one().find(BOB.name())).isEmpty();
    }

    @Test
    void U2_of_rivals_for_the_first_account_one_succeeds() {
        List<Boolean> created = Rivals.run(
                6,
                rival -> (rival % 2 == 0 ? one() : other())
                        .createFirst(Account.fresh(new UserName("u" + rival), "hash", Rights.ADMIN)));

        assertThat(Collections.frequency(created, true)).isEqualTo(1);
        assertThat(one().all()).hasSize(1);
    }

    @Test
    void U2_once_all_are_deleted_there_can_be_a_first_account_again() {
        assertThat(one().createFirst(ANN)).isTrue();
        assertThat(other().createFirst(BOB)).isFalse();
        one().delete(ANN.name());

        assertThat(other().createFirst(BOB)).isTrue();
    }

    @Test
    void U3_a_change_that_was_based_on_an_older_version_changes_nothing() {
        one().create(BOB);
        Account changed = BOB.withPassword("new").withRights(new Rights(Role.VIEWER, Scope.ALL));

        assertThat(other().replace(changed, 1)).isTrue();
        assertThat(one().replace(BOB.withPassword("late"), 1)).isFalse();
        assertThat(one().find(BOB.name())).contains(changed);
        assertThat(one().replace(ANN, 1)).isFalse();
    }

    @Test
    void U3_of_rivals_that_change_the_same_version_one_succeeds() {
        one().create(BOB);

        List<Boolean> changed =
                Rivals.run(6, rival -> (rival % 2 == 0 ? one() : other()).replace(BOB.withPassword("p" + rival), 1));

        assertThat(Collections.frequency(changed, true)).isEqualTo(1);
    }
}
