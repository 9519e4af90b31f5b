package io.baton.persistence;

import static io.baton.persistence.schema.Tables.TASK;

import io.baton.domain.ledger.RowSteps;
import io.baton.domain.task.Ending;
import io.baton.domain.task.Outcome;
import io.baton.domain.task.TaskId;
import io.baton.domain.task.TaskState;
import io.baton.domain.task.WriteToken;
import io.baton.persistence.Transactions.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Ends the parents whose children have all ended. What has ended stays so: only the parents are locked. */
final class Parents {
    /** 100 parents a page, each a branch of one statement that reads a short stretch of the primary key. */
    private static final int PAGE = 100;

    private static final Purpose PURPOSE = new Purpose("LedgerRecovery", "settle parents");

    private final Transactions transactions;
    private final Tokens tokens;

    Parents(Transactions transactions, Tokens tokens) {
        this.transactions = transactions;
        this.tokens = tokens;
    }

    /** Looks through all open parents and ends at most so many. */
    void end(int most) {
        Map<TaskId, Ending> ends = new LinkedHashMap<>();
        String last = "";
        List<String> page;
        do {
            String after = last;
            page = transactions.read(PURPOSE, dsl -> page(dsl, after));
            if (!page.isEmpty()) {
                last = page.get(page.size() - 1);
                List<String> parents = page;
                ends.putAll(transactions.read(PURPOSE, dsl -> complete(dsl, parents)));
            }
        } while (page.size() == PAGE && ends.size() < most);
        List<TaskId> ids = ends.keySet().stream().limit(most).toList();
        WriteToken token = tokens.next();
        Halving.run(
                PURPOSE,
                ids,
                part -> transactions.write(
                        token,
                        dsl -> LedgerStep.run(dsl, transactions.sql(), part, token, step -> {
                            part.forEach(id -> end(step, id, ends));
                            return part;
                        })),
                id -> id);
    }

    private static void end(LedgerStep step, TaskId parent, Map<TaskId, Ending> ends) {
        step.tasks
                .find(parent)
                .filter(row -> row.state() == TaskState.SPREAD)
                .ifPresent(row -> step.tasks.put(
                        RowSteps.ended(row, java.util.Objects.requireNonNull(ends.get(parent)), step.now())));
    }

    private static List<String> page(DSLContext dsl, String after) {
        return dsl.select(TASK.ID)
                .from(TASK)
                .where(TASK.STATE.eq(TaskState.SPREAD.name()))
                .and(TASK.ID.gt(after))
                .orderBy(TASK.ID)
                .limit(PAGE)
                .fetch(TASK.ID);
    }

    private static Map<TaskId, Ending> complete(DSLContext dsl, List<String> parents) {
        List<Select<Record3<String, Integer, Integer>>> branches = new ArrayList<>();
        for (String parent : parents) {
            branches.add(dsl.select(
                            DSL.val(parent),
                            count(TASK.STATE.ne(TaskState.DONE.name())),
                            count(TASK.OUTCOME.ne(Outcome.SUCCEEDED.name())))
                    .from(TASK)
                    .where(Children.of(TaskId.parse(parent).firing())));
        }
        Select<Record3<String, Integer, Integer>> all = branches.get(0);
        for (Select<Record3<String, Integer, Integer>> branch : branches.subList(1, branches.size())) {
            all = all.unionAll(branch);
        }
        Map<TaskId, Ending> ends = new LinkedHashMap<>();
        all.fetch().stream()
                .filter(found -> found.value2() == 0)
                .forEach(found -> ends.put(
                        TaskId.parse(found.value1()),
                        Ending.of(found.value3() == 0 ? Outcome.SUCCEEDED : Outcome.FAILED)));
        return ends;
    }

    private static org.jooq.Field<Integer> count(Condition which) {
        return DSL.count(DSL.when(which, 1));
    }
}
