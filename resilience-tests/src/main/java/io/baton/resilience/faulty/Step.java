package io.baton.resilience.faulty;

/**
 * The named steps of a firing, there and back, of the master's sweep, and of stealing; a process can be ended right before or
 * after each.
 */
public enum Step {
    FILTER("TaskLock", "claim"),
    CLAIM("TaskLedger", "claim"),
    PUSH("TaskQueue", "push"),
    TAKE("TaskQueue", "take"),
    START("TaskLedger", "start"),
    FINISH("TaskLedger", "finish"),
    ACKNOWLEDGE("TaskQueue", "acknowledge"),
    /** Queued tasks are another node's in the ledger: a dead node's, one's whose message is nowhere, a retry's. A push follows. */
    MOVE("TaskLedger", "move"),
    /** Tasks that ran on a dead node are LOST, or queued again. A move and a push follow. */
    RECOVER("LedgerRecovery", "recover"),
    /** Due times that nobody had claimed are in the ledger. A push follows. */
    ENTER("Watermarks", "sweep"),
    /** Messages of another node are in flight here. Their start follows. */
    STEAL("TaskQueue", "steal");

    private final String port;
    private final String method;

    Step(String port, String method) {
        this.port = port;
        this.method = method;
    }

    boolean is(Class<?> calledPort, String calledMethod) {
        return calledPort.getSimpleName().equals(port) && calledMethod.equals(method);
    }

    /**
     * Whether an answer of nothing says that nothing was done. A push answers with what found no room, which is nothing as a
     * rule, a recovery with what is queued again, which lost at-most-once tasks are not.
     */
    boolean saysWhatItDid() {
        return this != PUSH && this != RECOVER;
    }
}
