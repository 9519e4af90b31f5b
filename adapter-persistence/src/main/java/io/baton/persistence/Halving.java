package io.baton.persistence;

import io.baton.persistence.Transactions.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a batch whole and, if that fails, in halves, until a bad element fails alone. */
final class Halving {
    private static final Logger LOG = LoggerFactory.getLogger(Halving.class);
    private static final int BRIEF = 120;

    private Halving() {}

    /**
     * @param whole does a part of the batch in one transaction, one answer an element
     * @param refusal the answer to an element of many whose values the database does not take
     * @throws io.baton.domain.port.StoreException if the store fails, or the only element is bad
     */
    static <E, R> List<R> run(
            Purpose purpose, List<E> batch, Function<List<E>, List<R>> whole, Function<E, R> refusal) {
        if (batch.isEmpty()) {
            return List.of();
        }
        try {
            return List.copyOf(part(batch, whole, batch.size() == 1, refusal));
        } catch (DataAccessException | CommitLostException e) {
            throw purpose.failed(e);
        }
    }

    private static <E, R> List<R> part(
            List<E> batch, Function<List<E>, List<R>> whole, boolean alone, Function<E, R> refusal) {
        try {
            return whole.apply(batch);
        } catch (DataAccessException e) {
            SqlFault fault = SqlFault.of(e);
            if (batch.size() == 1 && !alone && fault == SqlFault.DATA) {
                LOG.warn(
                        "{} is refused by the database, the others of its batch are not: {}",
                        brief(batch.get(0)),
                        said(e));
                return List.of(refusal.apply(batch.get(0)));
            }
            if (batch.size() == 1 || (fault != SqlFault.DATA && fault != SqlFault.CONTENDED)) {
                throw e;
            }
            int half = batch.size() / 2;
            List<R> answers = new ArrayList<>(part(batch.subList(0, half), whole, alone, refusal));
            answers.addAll(part(batch.subList(half, batch.size()), whole, alone, refusal));
            return answers;
        }
    }

    /** Elements may hold a whole definition: their beginning names them. */
    private static String brief(Object element) {
        String text = element.toString();
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
    }

    private static String said(DataAccessException e) {
        return SqlFault.sql(e).map(Throwable::getMessage).orElse(String.valueOf(e.getMessage()));
    }
}
