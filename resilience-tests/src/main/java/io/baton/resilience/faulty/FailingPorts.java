package io.baton.resilience.faulty;

import io.baton.application.Ports;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/** Ports that tell a fail point of each call, before and after it. */
record FailingPorts(FailPoint point) implements UnaryOperator<Ports> {
    @Override
    public Ports apply(Ports real) {
        Ports.Where where = real.where();
        Ports.Definitions definitions = real.what().definitions();
        Ports.Ledger ledger = real.what().ledger();
        return new Ports(
                real.when(),
                new Ports.Where(
                        where.registry(),
                        watched(io.baton.domain.port.TaskQueue.class, where.queue()),
                        where.queueRecovery(),
                        watched(io.baton.domain.port.TaskLock.class, where.lock()),
                        where.lease()),
                new Ports.What(
                        new Ports.Definitions(
                                definitions.jobs(),
                                watched(io.baton.domain.port.Watermarks.class, definitions.watermarks()),
                                definitions.marks()),
                        new Ports.Ledger(
                                watched(io.baton.domain.port.TaskLedger.class, ledger.tasks()),
                                watched(io.baton.domain.port.LedgerRecovery.class, ledger.recovery()),
                                ledger.history(),
                                ledger.spool()),
                        real.what().witness()),
                real.invoker());
    }

    <T> T watched(Class<T> port, T real) {
        Object proxy =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    Object asked = arguments == null ? "" : arguments[0];
                    point.before(port, method.getName(), asked);
                    try {
                        Object reply = method.invoke(real, arguments);
                        point.after(port, method.getName(), asked, reply == null ? "" : reply);
                        return reply;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return port.cast(proxy);
    }
}
