package io.baton.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What goes through one door, whoever wants it. */
final class DoorRules {
    private static final Set<String> PUTTING = Set.of("lpush", "lpushx", "rpush", "rpushx", "linsert", "lset");
    private static final Set<String> MESSAGE_SCRIPTS = Set.of("PUSH", "SALVAGE_IN_FLIGHT");

    private DoorRules() {}

    static Map<String, ArchRule> of(Layout layout) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "no element is put into a list of Redis but by a script",
                noClasses()
                        .that()
                        .resideInAPackage(layout.in("redis"))
                        .should()
                        .callCodeUnitWhere(named("a command that puts elements into a list", PUTTING))
                        .because("a text that another sender wrote by hand would be no message of the codec"));
        rules.put(
                "messages are sent by those who write them with the codec",
                noClasses()
                        .that()
                        .resideInAPackage(layout.in("redis"))
                        .and(areNone("RedisTaskQueue", "RedisQueueRecovery", "Script"))
                        .should()
                        .accessFieldWhere(isMessageScript())
                        .because("everything that is sent is JSON, whoever sends it"));
        rules.put(
                "the method of a task is called in one place",
                noClasses()
                        .that()
                        .resideInAnyPackage(layout.core())
                        .and(areNone("TaskExecutionService"))
                        .should()
                        .callCodeUnitWhere(runsCode())
                        .because("a task that was sent runs by the same path as a local one"));
        return rules;
    }

    private static DescribedPredicate<JavaClass> areNone(String... names) {
        Set<String> allowed = Set.of(names);
        return DescribedPredicate.describe("are none of " + allowed, type -> !allowed.contains(type.getSimpleName()));
    }

    private static DescribedPredicate<JavaCodeUnitAccess<?>> named(String what, Set<String> names) {
        return DescribedPredicate.describe(
                "the target is " + what, call -> names.contains(call.getTarget().getName()));
    }

    private static DescribedPredicate<JavaFieldAccess> isMessageScript() {
        return DescribedPredicate.describe(
                "the target is a script that puts messages into a queue",
                access -> owner(access).equals("Script")
                        && MESSAGE_SCRIPTS.contains(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaCodeUnitAccess<?>> runsCode() {
        return DescribedPredicate.describe(
                "the target is the code of a task",
                call -> owner(call).equals("Code") && call.getTarget().getName().equals("run"));
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getSimpleName();
    }
}
