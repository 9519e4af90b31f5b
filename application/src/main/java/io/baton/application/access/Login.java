package io.baton.application.access;

import io.baton.application.Surroundings;
import io.baton.domain.access.Account;
import io.baton.domain.access.AuditEntry.Deed;
import io.baton.domain.access.Session;
import io.baton.domain.access.UserName;
import io.baton.domain.port.Accounts;
import io.baton.domain.port.Passwords;
import io.baton.domain.port.Sessions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets people in by name and password. Each login makes a new session; who guesses is slowed down. */
public final class Login {
    private static final Logger LOG = System.getLogger(Login.class.getName());
    /** 12 h: a working day. */
    static final Duration LASTS = Duration.ofHours(12);
    /** 2 at once: the hash is slow by design, and strangers must not keep every processor busy with it. */
    private static final int AT_ONCE = 2;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Surroundings surroundings;
    private final AuditBook audit;
    private final Throttle pairs;
    private final Throttle addresses;
    private final Throttle users;
    private final Semaphore hashing = new Semaphore(AT_ONCE);
    private final AtomicReference<@Nullable String> nobody = new AtomicReference<>();

    /** What logins stand on. */
    public record Stores(Accounts accounts, Sessions sessions, Passwords passwords) {}

    public Login(Stores stores, Secrets secrets, Surroundings surroundings, AuditBook audit) {
        this.accounts = stores.accounts();
        this.sessions = stores.sessions();
        this.passwords = stores.passwords();
        this.secrets = secrets;
        this.surroundings = surroundings;
        this.audit = audit;
        this.pairs = new Throttle(5, surroundings.nanos());
        this.addresses = new Throttle(20, surroundings.nanos());
        this.users = new Throttle(50, surroundings.nanos());
    }

    /**
     * The answer to a login.
     *
     * @param secret what the browser is to keep; empty = not let in
     * @param pause for how long nothing more is heard from there; zero = name or password is wrong
     */
    public record Reply(Optional<String> secret, Duration pause) {}

    /** @param from the caller's address */
    public Reply login(String name, String password, String from) {
        String user = name.toLowerCase(java.util.Locale.ROOT);
        List<Duration> waits = List.of(pairs.pause(user + " " + from), addresses.pause(from), users.pause(user));
        Optional<Duration> longest =
                waits.stream().filter(wait -> !wait.isZero()).max(Duration::compareTo);
        if (longest.isPresent()) {
            return new Reply(Optional.empty(), longest.get());
        }
        if (!hashing.tryAcquire()) {
            return new Reply(Optional.empty(), Duration.ofSeconds(1));
        }
        try {
            return accountOf(name, password)
                    .map(account -> opened(account, from))
                    .orElseGet(() -> refused(user, from));
        } finally {
            hashing.release();
        }
    }

    /** An unknown name costs the same hash as a known one, so that the time tells nobody which names there are. */
    private Optional<Account> accountOf(String name, String password) {
        Optional<Account> account = known(name);
        String hash = account.map(Account::password).orElseGet(this::nobodysHash);
        boolean right = password.length() <= 200 && passwords.matches(password, hash);
        return account.filter(found -> right);
    }

    private Optional<Account> known(String name) {
        try {
            return accounts.find(new UserName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String nobodysHash() {
        String known = nobody.get();
        if (known == null) {
            known = passwords.hash(secrets.fresh());
            nobody.set(known);
        }
        return known;
    }

    private Reply refused(String user, String from) {
        pairs.failed(user + " " + from);
        addresses.failed(from);
        users.failed(user);
        LOG.log(Level.WARNING, "a login from {0} was refused: wrong name or password", from);
        return new Reply(Optional.empty(), Duration.ZERO);
    }

    private Reply opened(Account account, String from) {
        pairs.succeeded(account.name() + " " + from);
        users.succeeded(account.name().text());
        String secret = open(account);
        audit.enter(
                new Caller(account.name().text(), account.rights(), from),
                new Deed("login", account.name().text(), "", ""));
        return new Reply(Optional.of(secret), Duration.ZERO);
    }

    /** Opens a session for somebody who has proven who they are. @return the secret for the browser */
    String open(Account account) {
        sessions.purge(surroundings.now());
        String secret = secrets.fresh();
        sessions.open(new Session(
                Secrets.digest(secret),
                account.name(),
                account.version(),
                surroundings.now().plus(LASTS)));
        return secret;
    }

    /** Ends a session. */
    public void logout(String secret) {
        sessions.close(Secrets.digest(secret));
    }
}
