package io.baton.resilience.faulty;

/** The named steps of a firing, there and back; a process can be ended right before or after each. */
public enum Step {
    FILTER("TaskLock", "claim"),
    CLAIM("TaskLedger", "claim"),
    PUSH("TaskQueue", "push"),
    TAKE("TaskQueue", "take"),
    START("TaskLedger", "start"),
    FINISH("TaskLedger", "finish"),
    ACKNOWLEDGE("TaskQueue", "acknowledge");

    private final String port;
    private final String method;

    Step(String port, String method) {
        this.port = port;
        this.method = method;
    }

    boolean is(Class<?> calledPort, String calledMethod) {
        return calledPort.getSimpleName().equals(port) && calledMethod.equals(method);
    }
}
