package io.baton.contracts.what;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.domain.port.TaskInvoker;
import io.baton.domain.port.TaskInvoker.Resolution;
import io.baton.domain.port.TaskInvoker.TargetEntry;
import io.baton.domain.target.InvocationTarget;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code TaskInvoker}: the registry is closed (I1). Which arguments fit and who is called (I2, I3) is in {@link
 * TaskCallsContract}, for those that call methods.
 */
public abstract class TaskInvokerContract {
    private static final List<String> OF_THE_JDK = List.of(
            "java.lang.System.exit(0)",
            "java.lang.Runtime.getRuntime",
            "java.lang.Class.forName('java.lang.Runtime')",
            "Runtime.exec('true')",
            "no.such.bean.method");

    /** The invoker under test, with an entry at least. The same or another that is equal to it, each time. */
    protected abstract TaskInvoker invoker();

    final Resolution resolved(String target) {
        return invoker().resolve(InvocationTarget.parse(target));
    }

    final void leadsNowhere(String target) {
        Resolution resolution = resolved(target);
        assertThat(resolution.code()).as(target).isEmpty();
        assertThat(resolution.refusal()).as("why " + target + " is refused").isNotBlank();
    }

    @Test
    void I1_what_may_be_named_is_listed_by_name() {
        List<TargetEntry> targets = invoker().targets();

        assertThat(targets).isNotEmpty();
        assertThat(targets).extracting(TargetEntry::name).isSorted();
        assertThatThrownBy(targets::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void I1_every_entry_leads_to_code() {
        for (TargetEntry entry : invoker().targets()) {
            Resolution resolution = resolved(call(entry));
            assertThat(resolution.refusal()).as(call(entry)).isEmpty();
            assertThat(resolution.code()).as(call(entry)).isPresent();
        }
    }

    @Test
    void I1_no_other_text_leads_anywhere() {
        List<TargetEntry> targets = invoker().targets();
        Set<String> names = targets.stream().map(TargetEntry::name).collect(Collectors.toSet());

        Stream.concat(OF_THE_JDK.stream(), targets.stream().flatMap(TaskInvokerContract::besides))
                .filter(text -> !names.contains(text))
                .forEach(this::leadsNowhere);
    }

    @Test
    void I1_what_was_asked_for_is_no_entry_afterwards() {
        List<TargetEntry> before = invoker().targets();

        leadsNowhere("io.baton.contracts.what.Rivals.run");
        leadsNowhere("io.baton.contracts.what.Rivals.run");

        assertThat(invoker().targets()).isEqualTo(before);
    }

    /** Texts that differ from an entry by little, and what every object has. */
    private static Stream<String> besides(TargetEntry entry) {
        String bean = InvocationTarget.parse(entry.name()).bean();
        return Stream.of(
                entry.name() + "x",
                entry.name().toUpperCase(Locale.ROOT),
                "x" + entry.name(),
                bean + ".getClass",
                bean + ".hashCode",
                bean + ".toString()",
                bean + ".notifyAll",
                bean + ".wait(1L)",
                bean + ".class.getClassLoader");
    }

    /** A call of the entry with an argument for each parameter. */
    private static String call(TargetEntry entry) {
        return entry.parameters().stream()
                .map(TaskInvokerContract::literal)
                .collect(Collectors.joining(", ", entry.name() + "(", ")"));
    }

    private static String literal(String type) {
        return switch (type) {
            case "String" -> "'x'";
            case "int" -> "1";
            case "long" -> "1L";
            case "double" -> "1D";
            case "boolean" -> "true";
            default -> throw new AssertionError("no literal is a " + type);
        };
    }
}
