package io.baton.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What nobody calls, or nobody but one. */
final class BanRules {
    private static final Set<String> HIDDEN = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.Instant.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalDate.now",
            "java.time.ZonedDateTime.now",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current");

    private BanRules() {}

    static Map<String, ArchRule> of(Layout layout) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("classes are found by name in the target registry only", reflection(layout));
        rules.put(
                "no native deserialisation and no scripts",
                noClasses()
                        .should()
                        .dependOnClassesThat(type(java.io.ObjectInputStream.class)
                                .or(resideInAnyPackage(
                                        "java.beans..", "javax.script..", "org.springframework.expression..")))
                        .because("data that comes from a store or the wire must not become code"));
        rules.put(
                "time and chance come from outside",
                noClasses()
                        .that()
                        .resideInAnyPackage(layout.core())
                        .should()
                        .callCodeUnitWhere(isOneOf(HIDDEN).or(isNewRandom()))
                        .because("the core runs under a false clock and seeded chance"));
        rules.put(
                "the core does not sleep",
                noClasses()
                        .that()
                        .resideInAnyPackage(layout.core())
                        .should()
                        .callCodeUnitWhere(isOneOf(Set.of("java.lang.Thread.sleep")))
                        .because("a loop is a step and a driver that repeats steps, by a clock that can be set"));
        rules.put(
                "only bootstrap prints",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                layout.in(Stream.concat(Stream.of("bootstrap"), Layout.TEST_SIDE.stream())))
                        .should()
                        .accessField(System.class, "out")
                        .because("what runs inside a node logs; the command line alone talks to a terminal"));
        return rules;
    }

    private static ArchRule reflection(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        layout.in(Stream.concat(Stream.of("bootstrap.tasks"), Layout.TEST_SIDE.stream())))
                .should()
                .callCodeUnitWhere(isOneOf(Set.of("java.lang.Class.forName"))
                        .or(isMethod("java.lang.ClassLoader", "loadClass"))
                        .or(isMethod("org.springframework.beans.factory.BeanFactory", "getBean")))
                .because("a target string names an entry of a closed registry, never a class");
    }

    private static DescribedPredicate<JavaCodeUnitAccess<?>> isOneOf(Set<String> names) {
        return DescribedPredicate.describe(
                "the target is one of " + names,
                call -> names.contains(call.getTargetOwner().getFullName() + "."
                        + call.getTarget().getName()));
    }

    /** A method of the type or of one below it; of {@code getBean} only those that take a name. */
    private static DescribedPredicate<JavaCodeUnitAccess<?>> isMethod(String owner, String name) {
        return DescribedPredicate.describe(
                "the target is " + owner + "." + name + "(String, …)",
                call -> call.getTarget().getName().equals(name)
                        && assignableTo(owner).test(call.getTargetOwner())
                        && List.copyOf(call.getTarget().getRawParameterTypes()).stream()
                                .limit(1)
                                .anyMatch(first -> first.isEquivalentTo(String.class)));
    }

    private static DescribedPredicate<JavaCodeUnitAccess<?>> isNewRandom() {
        return DescribedPredicate.describe(
                "the target is new Random()",
                call -> call.getTargetOwner().isEquivalentTo(Random.class)
                        && call.getTarget().getName().equals("<init>")
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }
}
