package io.baton.bootstrap.tasks;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.Consumer;

/** Finds the task methods of plain classes; each run gets an instance of its own. */
final class ClassTasks {
    private final MethodFinder methods;
    private final Consumer<String> notices;

    ClassTasks(MethodFinder methods, Consumer<String> notices) {
        this.methods = methods;
        this.notices = notices;
    }

    List<TaskMethod> find(ClassLoader loader, String className, String origin) {
        try {
            Class<?> type = Class.forName(className, false, loader);
            Constructor<?> constructor = type.getConstructor();
            constructor.trySetAccessible();
            return methods.find(className, type, () -> fresh(constructor), origin);
        } catch (NoSuchMethodException none) {
            notices.accept(
                    className + " (" + origin
                            + ") cannot have targets: it has no public constructor without parameters (or make it a Spring component)");
        } catch (ReflectiveOperationException | LinkageError unreadable) {
            notices.accept(className + " (" + origin + ") cannot be loaded: " + unreadable);
        }
        return List.of();
    }

    private static Object fresh(Constructor<?> constructor) throws Exception {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException thrown) {
            throw MethodCall.unwrapped(thrown);
        }
    }
}
