package io.baton.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.application.Surroundings;
import io.baton.application.access.ManageUsers.Result;
import io.baton.contracts.what.PlainPasswords;
import io.baton.domain.access.AuditEntry;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.Scope;
import io.baton.domain.access.UserName;
import io.baton.domain.port.AuditLog.Filter;
import io.baton.domain.port.AuditLog.Query;
import io.baton.memory.MemoryDatabase;
import io.baton.memory.MemorySession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** People from the first link to the last session. */
class PeopleTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Caller ADMIN = new Caller("root", Rights.ADMIN, "here");
    private static final Rights OPERATOR_OF_A = new Rights(Role.OPERATOR, new Scope(Set.of("A")));

    private final AtomicInteger count = new AtomicInteger();
    private Instant now = Instant.parse("2027-01-01T12:00:00Z");
    private final MemorySession store = new MemoryDatabase(Clock.systemUTC()).connect();
    private final Surroundings surroundings = new Surroundings(
            new TestClock(),
            () -> now.toEpochMilli() * 1_000_000,
            () -> 0.5,
            () -> "id" + (1_000_000_000L + count.incrementAndGet()));
    private final Secrets secrets = new Secrets(() -> "secret-" + count.incrementAndGet());
    private final AuditBook audit = new AuditBook(store.audit(), surroundings);
    private final Login login = new Login(
            new Login.Stores(store.accounts(), store.sessions(), new PlainPasswords()), secrets, surroundings, audit);
    private final SetUp setUp =
            new SetUp(new SetUp.Stores(store.accounts(), new PlainPasswords()), login, audit, surroundings);
    private final ManageUsers users = new ManageUsers(store.accounts(), store.sessions(), new PlainPasswords(), audit);
    private final ManageTokens tokens = new ManageTokens(store.apiTokens(), secrets, surroundings, audit);
    private final Authentication authentication = new Authentication(
            new Authentication.Stores(store.accounts(), store.sessions(), store.apiTokens()),
            Optional.of("the-token-of-the-settings"),
            surroundings);

    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Optional<String> in(String password) {
        return login.login("ann", password, "1.2.3.4").secret();
    }

    private void ann(Rights rights) {
        assertThat(users.create(ADMIN, new UserName("ann"), PASSWORD, rights)).isEqualTo(Result.DONE);
    }

    private List<String> deeds() {
        return store.audit().search(new Query(Filter.ALL, Optional.empty(), 100)).stream()
                .map(entry -> entry.deed().action())
                .toList();
    }

    @Test
    void the_link_is_good_once_and_makes_an_admin_who_is_logged_in() {
        String link = setUp.open(secrets).orElseThrow();

        assertThat(setUp.use("another", "ann", PASSWORD, "here")).isEmpty();
        String session = setUp.use(link, "Ann", PASSWORD, "here").orElseThrow();

        assertThat(authentication.bySession(session, "here")).contains(new Caller("ann", Rights.ADMIN, "here"));
        assertThat(setUp.use(link, "bob", PASSWORD, "here")).isEmpty();
        assertThat(setUp.open(secrets)).as("there is somebody now").isEmpty();
        assertThat(deeds()).containsExactly("user.create");
    }

    @Test
    void the_link_is_good_for_an_hour() {
        String link = setUp.open(secrets).orElseThrow();
        now = now.plus(Duration.ofMinutes(59));
        assertThat(setUp.valid(link)).isTrue();
        now = now.plus(Duration.ofMinutes(1));

        assertThat(setUp.valid(link)).isFalse();
        assertThat(setUp.use(link, "ann", PASSWORD, "here")).isEmpty();
        assertThat(store.accounts().all()).isEmpty();
    }

    @Test
    void a_password_that_is_guessed_first_leaves_the_link_good() {
        String link = setUp.open(secrets).orElseThrow();

        for (String weak : List.of("short", "aaaaaaaaaaaaaaaa", "Password1234", "x".repeat(10) + "ü".repeat(40))) {
            assertThatThrownBy(() -> setUp.use(link, "ann", weak, "here"))
                    .as(weak)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("password: ");
        }
        assertThat(setUp.use(link, "ann", PASSWORD, "here")).isPresent();
    }

    @Test
    void a_password_of_the_settings_makes_the_user_admin_once() {
        assertThat(setUp.unattended(PASSWORD)).isTrue();
        assertThat(setUp.unattended("another password")).isFalse();
        assertThat(login.login("admin", PASSWORD, "x").secret()).isPresent();
    }

    @Test
    void each_login_makes_a_session_of_its_own_that_lasts_twelve_hours() {
        ann(OPERATOR_OF_A);
        String one = in(PASSWORD).orElseThrow();
        String two = in(PASSWORD).orElseThrow();

        assertThat(one).isNotEqualTo(two);
        assertThat(authentication.bySession(one, "x")).contains(new Caller("ann", OPERATOR_OF_A, "x"));
        login.logout(one);
        assertThat(authentication.bySession(one, "x")).isEmpty();
        now = now.plus(Duration.ofHours(12));
        assertThat(authentication.bySession(two, "x")).isEmpty();
        assertThat(deeds()).startsWith("login", "login");
    }

    @Test
    void wrong_names_and_passwords_are_refused_alike_and_then_unheard() {
        ann(OPERATOR_OF_A);
        for (int i = 0; i < 5; i++) {
            assertThat(in("wrong password")).isEmpty();
        }

        assertThat(login.login("ann", PASSWORD, "1.2.3.4").pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(login.login("ann", PASSWORD, "5.6.7.8").secret())
                .as("from elsewhere")
                .isPresent();
        now = now.plusSeconds(1);
        assertThat(in(PASSWORD)).isPresent();
        assertThat(login.login("nobody", PASSWORD, "9.9.9.9").secret()).isEmpty();
        assertThat(login.login("no'body<", "x".repeat(1000), "9.9.9.9").secret())
                .isEmpty();
    }

    @Test
    void a_change_of_password_or_rights_ends_every_session() {
        ann(OPERATOR_OF_A);
        String session = in(PASSWORD).orElseThrow();
        assertThat(users.changeRights(ADMIN, new UserName("ann"), new Rights(Role.VIEWER, Scope.ALL)))
                .isEqualTo(Result.DONE);
        assertThat(authentication.bySession(session, "x")).isEmpty();

        String again = in(PASSWORD).orElseThrow();
        Caller who = authentication.bySession(again, "x").orElseThrow();
        assertThat(users.changeOwn(who, "wrong", "another password")).isEqualTo(Result.WRONG_PASSWORD);
        assertThat(users.changeOwn(who, PASSWORD, "another password")).isEqualTo(Result.DONE);
        assertThat(authentication.bySession(again, "x")).isEmpty();

        String third = in("another password").orElseThrow();
        assertThat(users.setPassword(ADMIN, new UserName("ann"), PASSWORD)).isEqualTo(Result.DONE);
        assertThat(authentication.bySession(third, "x")).isEmpty();
        assertThat(store.audit().search(new Query(Filter.ALL, Optional.empty(), 1)))
                .extracting(AuditEntry::deed)
                .extracting(AuditEntry.Deed::after)
                .allSatisfy(after -> assertThat(after).doesNotContain("hash").doesNotContain(PASSWORD));
    }

    @Test
    void the_last_admin_stays_one() {
        users.create(ADMIN, new UserName("root"), PASSWORD, Rights.ADMIN);
        ann(OPERATOR_OF_A);

        assertThat(users.delete(ADMIN, new UserName("root"))).isEqualTo(Result.LAST_ADMIN);
        assertThat(users.changeRights(ADMIN, new UserName("root"), OPERATOR_OF_A))
                .isEqualTo(Result.LAST_ADMIN);
        users.changeRights(ADMIN, new UserName("ann"), Rights.ADMIN);
        assertThat(users.delete(ADMIN, new UserName("root"))).isEqualTo(Result.DONE);
        assertThat(users.delete(ADMIN, new UserName("root"))).isEqualTo(Result.NOT_FOUND);
    }

    @Test
    void only_admins_administer() {
        Caller operator = new Caller("op", new Rights(Role.OPERATOR, Scope.ALL), "x");

        assertThatThrownBy(() -> users.all(operator)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> users.create(operator, new UserName("x"), PASSWORD, Rights.ADMIN))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> tokens.create(operator, "x", Rights.ADMIN, Optional.empty()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> audit.read(operator, new Query(Filter.ALL, Optional.empty(), 1)))
                .isInstanceOf(DeniedException.class);
        assertThat(deeds()).isEmpty();
    }

    @Test
    void a_token_opens_until_it_expires_or_is_revoked() {
        ManageTokens.Made robot = tokens.create(ADMIN, "robot", OPERATOR_OF_A, Optional.of(Duration.ofDays(1)));
        ManageTokens.Made other = tokens.create(ADMIN, "other", OPERATOR_OF_A, Optional.empty());

        assertThat(authentication.byToken(robot.secret(), "x")).contains(new Caller("token:robot", OPERATOR_OF_A, "x"));
        now = now.plus(Duration.ofDays(1));
        assertThat(authentication.byToken(robot.secret(), "x")).isEmpty();
        assertThat(authentication.byToken(other.secret(), "x")).isPresent();
        assertThat(tokens.revoke(ADMIN, other.token().id())).isTrue();
        assertThat(authentication.byToken(other.secret(), "x")).isEmpty();
        assertThat(tokens.revoke(ADMIN, other.token().id())).isFalse();
        assertThat(store.apiTokens().all())
                .allSatisfy(token -> assertThat(token.digest()).doesNotContain(robot.secret()));
    }

    @Test
    void the_token_of_the_settings_is_an_admins_and_nothing_like_it_is() {
        assertThat(authentication.byToken("the-token-of-the-settings", "x"))
                .map(Caller::rights)
                .contains(Rights.ADMIN);
        for (String wrong : List.of("", " ", "the-token-of-the-setting", "the-token-of-the-settings ", "null")) {
            assertThat(authentication.byToken(wrong, "x")).as(wrong).isEmpty();
        }
        for (String none : List.of("", " ", "null", "secret-1")) {
            assertThat(authentication.bySession(none, "x")).as(none).isEmpty();
        }
    }
}
