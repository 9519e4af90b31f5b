package io.baton.persistence;

import static io.baton.persistence.schema.Tables.ACCOUNT;
import static io.baton.persistence.schema.Tables.MARK;

import io.baton.domain.access.Account;
import io.baton.domain.access.UserName;
import io.baton.domain.port.Accounts;
import io.baton.persistence.Transactions.Purpose;
import io.baton.persistence.schema.tables.records.AccountRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;

/** Accounts in SQL. */
final class SqlAccounts implements Accounts {
    /** A row that rivals for the first account lock one after the other. */
    private static final String GATE = "accounts.first";

    private final Transactions transactions;

    SqlAccounts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Account> find(UserName name) {
        return transactions.read(
                purpose("find " + name),
                dsl -> dsl.selectFrom(ACCOUNT)
                        .where(ACCOUNT.NAME.eq(name.text()))
                        .fetchOptional()
                        .map(SqlAccounts::account));
    }

    @Override
    public List<Account> all() {
        return transactions.read(
                purpose("all"),
                dsl -> dsl.selectFrom(ACCOUNT).orderBy(ACCOUNT.NAME).fetch().stream()
                        .map(SqlAccounts::account)
                        .toList());
    }

    private static Account account(AccountRecord row) {
        return new Account(
                new UserName(row.getName()),
                row.getPassword(),
                RightsColumns.read(row.getRole(), row.getJobGroups()),
                row.getVersion());
    }

    @Override
    public boolean createFirst(Account account) {
        return transactions.write(purpose("create first"), dsl -> {
            transactions
                    .sql()
                    .inserting(dsl)
                    .insertInto(MARK)
                    .set(MARK.NAME, GATE)
                    .set(MARK.TEXT, "")
                    .onDuplicateKeyUpdate()
                    .set(MARK.TEXT, "")
                    .execute();
            dsl.select(MARK.NAME)
                    .from(MARK)
                    .where(MARK.NAME.eq(GATE))
                    .forUpdate()
                    .fetch();
            return !dsl.fetchExists(ACCOUNT) && insert(dsl, account);
        });
    }

    @Override
    public boolean create(Account account) {
        return transactions.write(purpose("create " + account.name()), dsl -> insert(dsl, account));
    }

    /** A rival that inserts the same name in this very moment wins by the primary key. */
    private static boolean insert(DSLContext dsl, Account account) {
        if (dsl.fetchExists(ACCOUNT, ACCOUNT.NAME.eq(account.name().text()))) {
            return false;
        }
        try {
            dsl.insertInto(ACCOUNT)
                    .set(ACCOUNT.NAME, account.name().text())
                    .set(ACCOUNT.PASSWORD, account.password())
                    .set(ACCOUNT.ROLE, account.rights().role().name())
                    .set(ACCOUNT.JOB_GROUPS, account.rights().scope().text())
                    .set(ACCOUNT.VERSION, account.version())
                    .execute();
            return true;
        } catch (IntegrityConstraintViolationException e) {
            return false;
        }
    }

    @Override
    public boolean replace(Account changed, long basedOn) {
        return transactions.write(
                purpose("replace " + changed.name()),
                dsl -> dsl.update(ACCOUNT)
                                .set(ACCOUNT.PASSWORD, changed.password())
                                .set(ACCOUNT.ROLE, changed.rights().role().name())
                                .set(
                                        ACCOUNT.JOB_GROUPS,
                                        changed.rights().scope().text())
                                .set(ACCOUNT.VERSION, changed.version())
                                .where(ACCOUNT.NAME.eq(changed.name().text()))
                                .and(ACCOUNT.VERSION.eq(basedOn))
                                .execute()
                        > 0);
    }

    @Override
    public boolean delete(UserName name) {
        return transactions.write(
                purpose("delete " + name),
                dsl -> dsl.deleteFrom(ACCOUNT)
                                .where(ACCOUNT.NAME.eq(name.text()))
                                .execute()
                        > 0);
    }

    private static Purpose purpose(String operation) {
        return new Purpose("Accounts", operation);
    }
}
