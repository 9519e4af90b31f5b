package io.baton.bootstrap.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Finds the task methods of a container's beans.
 *
 * <p>A run asks the container for the bean by the name that was read here at start, so that scopes and proxies hold.
 */
final class BeanTasks {
    private final MethodFinder methods;
    private final Consumer<String> notices;

    BeanTasks(MethodFinder methods, Consumer<String> notices) {
        this.methods = methods;
        this.notices = notices;
    }

    /** @param context refreshed */
    List<TaskMethod> find(ConfigurableApplicationContext context, String origin) {
        List<TaskMethod> found = new ArrayList<>();
        for (String bean : context.getBeanDefinitionNames()) {
            if (!ScopedProxyUtils.isScopedTarget(bean)) {
                found.addAll(find(context, bean, origin));
            }
        }
        return found;
    }

    private List<TaskMethod> find(ConfigurableApplicationContext context, String bean, String origin) {
        try {
            Class<?> type = authorsClass(context.getBeanFactory(), bean);
            if (type == null || ClassUtils.getUserClass(type).getName().startsWith("org.springframework.")) {
                return List.of();
            }
            return methods.find(bean, ClassUtils.getUserClass(type), () -> context.getBean(bean), origin);
        } catch (RuntimeException | LinkageError unreadable) {
            notices.accept("bean '" + bean + "' (" + origin + ") cannot be searched for targets: " + unreadable);
            return List.of();
        }
    }

    /** The class behind a proxy, which has the marks; without making the bean if it is not there yet. */
    private static @Nullable Class<?> authorsClass(ConfigurableListableBeanFactory beans, String bean) {
        Object there = beans.getSingleton(bean);
        return there == null || there instanceof FactoryBean
                ? AutoProxyUtils.determineTargetClass(beans, bean)
                : AopProxyUtils.ultimateTargetClass(there);
    }
}
