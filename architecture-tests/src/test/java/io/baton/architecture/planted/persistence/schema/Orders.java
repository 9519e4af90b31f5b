package io.baton.architecture.planted.persistence.schema;

import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;

/** A table where generated code belongs. */
public final class Orders extends TableImpl<Record> {
    private static final long serialVersionUID = 1L;

    public Orders() {
        super(DSL.name("orders"));
    }
}
