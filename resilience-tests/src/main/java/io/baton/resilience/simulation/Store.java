package io.baton.resilience.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A store as a wire meets it. */
interface Store {
    /** Why it does not answer this node now, empty if it does. @param grows whether the call wants room */
    String refusal(SimNode node, boolean grows);

    /** Does what is asked, in one step. */
    Object carryOut(SimNode node, Class<?> port, Method method, Object[] args) throws IllegalAccessException;

    /** It was done, and the answer reached nobody. */
    void unheard(SimNode node, Object answer);

    /** Whether a client of it may repeat a call whose answer did not come. */
    boolean repeats();

    /** Calls by reflection, with what the method throws. */
    static Object invoke(Object target, Method method, Object[] args) throws IllegalAccessException {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
