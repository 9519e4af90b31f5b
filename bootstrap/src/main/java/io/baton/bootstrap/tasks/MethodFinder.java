package io.baton.bootstrap.tasks;

import io.baton.task.TaskTarget;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Finds the methods of a class that jobs may name: the marked ones and the allowed ones. */
final class MethodFinder {
    private final AllowList allow;
    private final Consumer<String> notices;

    MethodFinder(AllowList allow, Consumer<String> notices) {
        this.allow = allow;
        this.notices = notices;
    }

    /**
     * @param bean the name before the last dot
     * @param callee gives the object to call
     */
    List<TaskMethod> find(String bean, Class<?> type, Callee callee, String origin) {
        reportHidden(type, origin);
        List<TaskMethod> found = new ArrayList<>();
        Arrays.stream(type.getMethods())
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toGenericString))
                .forEach(method -> read(bean + "." + method.getName(), type, method, callee, origin)
                        .ifPresent(found::add));
        return found;
    }

    private Optional<TaskMethod> read(String name, Class<?> type, Method method, Callee callee, String origin) {
        TaskTarget mark = AnnotatedElementUtils.findMergedAnnotation(method, TaskTarget.class);
        if (mark == null && !allow.allows(name)) {
            return Optional.empty();
        }
        try {
            Signature signature = Signature.of(method);
            method.trySetAccessible();
            allow.found(name);
            MethodCall call = new MethodCall(callee, method, loader(type));
            return Optional.of(new TaskMethod(name, mark == null ? "" : mark.value(), signature, call, origin));
        } catch (IllegalArgumentException unfit) {
            notices.accept(name + " (" + origin + ") cannot be a target: " + unfit.getMessage());
            return Optional.empty();
        }
    }

    /** A mark on a method that is not public would else be ignored without a word. */
    private void reportHidden(Class<?> type, String origin) {
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.isAnnotationPresent(TaskTarget.class))
                .forEach(method -> notices.accept(type.getName() + "." + method.getName() + " (" + origin
                        + ") cannot be a target: it is not public"));
    }

    private static ClassLoader loader(Class<?> type) {
        ClassLoader own = type.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }
}
