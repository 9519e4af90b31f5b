package io.baton.persistence;

import io.baton.domain.node.Incarnation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Presence in H2: whoever has opened the file has its lock, so those are present who are of this opening. */
final class FileLockPresence implements Presence {
    private final Set<Incarnation> here = ConcurrentHashMap.newKeySet();

    @Override
    public boolean hold(Incarnation who) {
        here.add(who);
        return true;
    }

    @Override
    public void release(Incarnation who) {
        here.remove(who);
    }

    @Override
    public Field<Boolean> of(Field<String> node, Field<String> number) {
        Condition present = DSL.falseCondition();
        for (Incarnation who : here) {
            present = present.or(node.eq(who.node().text()).and(number.eq(who.number())));
        }
        return DSL.field(present);
    }

    @Override
    public boolean othersAreGone() {
        return true;
    }

    @Override
    public void close() {
        here.clear();
    }
}
