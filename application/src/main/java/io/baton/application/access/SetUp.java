package io.baton.application.access;

import io.baton.application.Surroundings;
import io.baton.domain.access.Account;
import io.baton.domain.access.AuditEntry.Deed;
import io.baton.domain.access.Rights;
import io.baton.domain.access.UserName;
import io.baton.domain.port.Accounts;
import io.baton.domain.port.Passwords;
import java.time.Duration;
import java.util.Optional;

/** Makes the first account: by a link that is good once and for an hour, or by a password in the node's settings. */
public final class SetUp {
    /** Who is made by a password in the settings. */
    public static final UserName UNATTENDED = new UserName("admin");

    /** 1 h. */
    private static final Duration LASTS = Duration.ofHours(1);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Login login;
    private final AuditBook audit;
    private final Surroundings surroundings;
    private volatile Optional<Link> link = Optional.empty();

    private record Link(String digest, long madeNanos) {}

    /** What a first account stands on. */
    public record Stores(Accounts accounts, Passwords passwords) {}

    public SetUp(Stores stores, Login login, AuditBook audit, Surroundings surroundings) {
        this.accounts = stores.accounts();
        this.passwords = stores.passwords();
        this.login = login;
        this.audit = audit;
        this.surroundings = surroundings;
    }

    /** Whether there is nobody yet. */
    public boolean needed() {
        return accounts.all().isEmpty();
    }

    /** Makes the link's secret, if there is nobody yet. */
    public Optional<String> open(Secrets secrets) {
        if (!needed()) {
            return Optional.empty();
        }
        String secret = secrets.fresh();
        link = Optional.of(new Link(Secrets.digest(secret), surroundings.nanos().getAsLong()));
        return Optional.of(secret);
    }

    /** Whether the link still opens something. */
    public boolean valid(String secret) {
        return link.filter(open -> Secrets.same(open.digest(), Secrets.digest(secret)))
                .filter(open -> surroundings.nanos().getAsLong() - open.madeNanos() < LASTS.toNanos())
                .isPresent();
    }

    /**
     * Uses the link.
     *
     * @return the secret of a session; empty if the link is spent, or somebody was faster
     * @throws IllegalArgumentException if name or password are not taken; the link stays good
     */
    public Optional<String> use(String secret, String name, String password, String from) {
        if (!valid(secret)) {
            return Optional.empty();
        }
        Optional<Account> made = first(new UserName(name), password, from);
        link = Optional.empty();
        return made.map(login::open);
    }

    /** Makes the account {@code admin} with a password from the settings, if there is nobody yet. */
    public boolean unattended(String password) {
        return needed() && first(UNATTENDED, password, "settings").isPresent();
    }

    private Optional<Account> first(UserName name, String password, String from) {
        PasswordRule.check(name, password);
        Account account = Account.fresh(name, passwords.hash(password), Rights.ADMIN);
        if (!accounts.createFirst(account)) {
            return Optional.empty();
        }
        audit.enter(
                new Caller(name.text(), Rights.ADMIN, from),
                new Deed("user.create", name.text(), "", account.toString()));
        return Optional.of(account);
    }
}
