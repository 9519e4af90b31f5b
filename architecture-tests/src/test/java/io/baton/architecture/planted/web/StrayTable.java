package io.baton.architecture.planted.web;

import io.baton.architecture.planted.persistence.schema.Orders;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;

/** A table elsewhere, and one that reaches for a generated one. */
public final class StrayTable extends TableImpl<Record> {
    private static final long serialVersionUID = 1L;

    private final transient Orders orders = new Orders();

    public StrayTable() {
        super(DSL.name("stray"));
    }

    Orders orders() {
        return orders;
    }
}
