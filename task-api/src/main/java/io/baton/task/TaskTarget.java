package io.baton.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that a job's target string may name.
 *
 * <p>Only marked methods (and the exact names that the node's operator lists in {@code baton.tasks.allow}) are entered
 * into the closed registry of targets; no other method can be reached by a string, whatever the string says.
 *
 * <p>The method is public. Its parameters are of the types {@code String}, {@code int}, {@code long}, {@code double},
 * {@code boolean} or their boxes; one parameter of type {@link TaskContext} may stand anywhere among them and takes no
 * argument of the target string.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TaskTarget {
    /** What the method does, for the list of targets; empty if its name says it. */
    String value() default "";
}
