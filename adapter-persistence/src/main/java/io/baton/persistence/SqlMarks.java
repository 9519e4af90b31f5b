package io.baton.persistence;

import static io.baton.persistence.schema.Tables.MARK;

import io.baton.domain.port.Marks;
import io.baton.persistence.Transactions.Purpose;
import java.util.Optional;

/** Marks in SQL. */
final class SqlMarks implements Marks {
    private final Transactions transactions;

    SqlMarks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<String> get(String name) {
        return transactions.read(
                new Purpose("Marks", "get " + name),
                dsl -> dsl.select(MARK.TEXT)
                        .from(MARK)
                        .where(MARK.NAME.eq(name))
                        .fetchOptional(MARK.TEXT));
    }

    @Override
    public void put(String name, String value) {
        if (name.isEmpty() || name.length() > 100 || value.length() > 1000) {
            throw new IllegalArgumentException("mark '" + name + "' of " + value.length()
                    + " characters: a name has 1 to 100, a value at most 1000");
        }
        transactions.write(
                new Purpose("Marks", "put " + name),
                dsl -> transactions
                        .sql()
                        .inserting(dsl)
                        .insertInto(MARK)
                        .set(MARK.NAME, name)
                        .set(MARK.TEXT, value)
                        .onDuplicateKeyUpdate()
                        .set(MARK.TEXT, value)
                        .execute());
    }
}
