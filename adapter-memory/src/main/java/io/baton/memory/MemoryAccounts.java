package io.baton.memory;

import io.baton.domain.access.Account;
import io.baton.domain.access.UserName;
import io.baton.domain.port.Accounts;
import java.util.List;
import java.util.Optional;

/** The accounts of a {@link MemoryDatabase}. */
final class MemoryAccounts implements Accounts {
    private final MemoryTables tables;

    MemoryAccounts(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Account> find(UserName name) {
        synchronized (tables) {
            return Optional.ofNullable(tables.office.accounts.get(name));
        }
    }

    @Override
    public List<Account> all() {
        synchronized (tables) {
            return List.copyOf(tables.office.accounts.values());
        }
    }

    @Override
    public boolean createFirst(Account account) {
        synchronized (tables) {
            return tables.office.accounts.isEmpty() && create(account);
        }
    }

    @Override
    public boolean create(Account account) {
        synchronized (tables) {
            return tables.office.accounts.putIfAbsent(account.name(), account) == null;
        }
    }

    @Override
    public boolean replace(Account changed, long basedOn) {
        synchronized (tables) {
            boolean same =
                    find(changed.name()).filter(now -> now.version() == basedOn).isPresent();
            if (same) {
                tables.office.accounts.put(changed.name(), changed);
            }
            return same;
        }
    }

    @Override
    public boolean delete(UserName name) {
        synchronized (tables) {
            return tables.office.accounts.remove(name) != null;
        }
    }
}
