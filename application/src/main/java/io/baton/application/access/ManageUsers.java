package io.baton.application.access;

import io.baton.domain.access.Account;
import io.baton.domain.access.AuditEntry.Deed;
import io.baton.domain.access.Rights;
import io.baton.domain.access.Role;
import io.baton.domain.access.UserName;
import io.baton.domain.port.Accounts;
import io.baton.domain.port.Passwords;
import io.baton.domain.port.Sessions;
import java.util.List;
import java.util.Optional;

/** Makes, changes and deletes accounts, for admins; and one's own password, for everybody. */
public final class ManageUsers {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final AuditBook audit;

    public ManageUsers(Accounts accounts, Sessions sessions, Passwords passwords, AuditBook audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** What became of a wish to change an account. */
    public enum Result {
        DONE,
        EXISTS,
        NOT_FOUND,
        /** Somebody else changed it in this moment. */
        CONFLICT,
        /** There must be an admin. */
        LAST_ADMIN,
        WRONG_PASSWORD
    }

    public List<Account> all(Caller who) {
        who.needs(Role.ADMIN);
        return accounts.all();
    }

    /** @throws IllegalArgumentException if the password is not taken */
    public Result create(Caller who, UserName name, String password, Rights rights) {
        who.needs(Role.ADMIN);
        PasswordRule.check(name, password);
        Account account = Account.fresh(name, passwords.hash(password), rights);
        if (!accounts.create(account)) {
            return Result.EXISTS;
        }
        audit.enter(who, new Deed("user.create", name.text(), "", account.toString()));
        return Result.DONE;
    }

    /** Ends all sessions of the user. */
    public Result changeRights(Caller who, UserName name, Rights rights) {
        who.needs(Role.ADMIN);
        Optional<Account> before = accounts.find(name);
        if (before.isEmpty()) {
            return Result.NOT_FOUND;
        }
        if (rights.role() != Role.ADMIN && lastAdmin(before.get())) {
            return Result.LAST_ADMIN;
        }
        return replace(who, "user.rights", before.get(), before.get().withRights(rights));
    }

    /** Sets somebody's password. Ends all sessions of the user. */
    public Result setPassword(Caller who, UserName name, String password) {
        who.needs(Role.ADMIN);
        PasswordRule.check(name, password);
        return accounts.find(name)
                .map(before -> replace(who, "user.password", before, before.withPassword(passwords.hash(password))))
                .orElse(Result.NOT_FOUND);
    }

    /** Changes one's own password. Ends all sessions of the user, this one too. */
    public Result changeOwn(Caller who, String old, String password) {
        Optional<Account> before = own(who);
        if (before.isEmpty()) {
            return Result.NOT_FOUND;
        }
        if (!passwords.matches(old, before.get().password())) {
            return Result.WRONG_PASSWORD;
        }
        PasswordRule.check(before.get().name(), password);
        return replace(who, "user.password", before.get(), before.get().withPassword(passwords.hash(password)));
    }

    private Optional<Account> own(Caller who) {
        try {
            return accounts.find(new UserName(who.name()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a token is no user
        }
    }

    public Result delete(Caller who, UserName name) {
        who.needs(Role.ADMIN);
        Optional<Account> before = accounts.find(name);
        if (before.isEmpty()) {
            return Result.NOT_FOUND;
        }
        if (lastAdmin(before.get())) {
            return Result.LAST_ADMIN;
        }
        accounts.delete(name);
        sessions.closeAll(name);
        audit.enter(who, new Deed("user.delete", name.text(), before.get().toString(), ""));
        return Result.DONE;
    }

    private Result replace(Caller who, String action, Account before, Account after) {
        if (!accounts.replace(after, before.version())) {
            return Result.CONFLICT;
        }
        sessions.closeAll(after.name());
        audit.enter(who, new Deed(action, after.name().text(), before.toString(), after.toString()));
        return Result.DONE;
    }

    private boolean lastAdmin(Account account) {
        return account.rights().role() == Role.ADMIN
                && accounts.all().stream()
                        .noneMatch(other -> other.rights().role() == Role.ADMIN
                                && !other.name().equals(account.name()));
    }
}
