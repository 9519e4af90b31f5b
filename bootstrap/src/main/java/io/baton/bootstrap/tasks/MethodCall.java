package io.baton.bootstrap.tasks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;

/**
 * A method and whose it is.
 *
 * @param method as the task's author wrote it; a proxy is called by its own counterpart
 * @param loader the thread's context class loader during the call
 */
record MethodCall(Callee callee, Method method, ClassLoader loader) {
    /** @throws Exception what the method threw, not wrapped */
    void run(@Nullable Object[] values) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object instance = callee.instance();
            AopUtils.selectInvocableMethod(method, instance.getClass()).invoke(instance, values);
        } catch (InvocationTargetException thrown) {
            throw unwrapped(thrown);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    static Exception unwrapped(InvocationTargetException thrown) {
        Throwable cause = thrown.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof Exception exception ? exception : thrown;
    }
}
