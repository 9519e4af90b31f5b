package io.baton.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How ports look, and what names say. */
final class ShapeRules {
    private static final int MOST_METHODS = 7;
    private static final String DRAWER = ".*(Utils?|Helper|Manager|Impl|Common|Base|Dto)";

    private ShapeRules() {}

    static Map<String, ArchRule> of(Layout layout) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "ports are interfaces",
                classes()
                        .that(areBehaviourOf(layout))
                        .should()
                        .beInterfaces()
                        .because("an outsider adds an adapter by implementing a port"));
        rules.put(
                "ports have at most seven methods",
                classes()
                        .that(arePortsOf(layout))
                        .should(satisfy(
                                "have at most 7 methods", port -> methods(port).count() <= MOST_METHODS))
                        .because("a port that does more is two"));
        rules.put(
                "ports have no default methods",
                classes()
                        .that(arePortsOf(layout))
                        .should(satisfy(
                                "have no default methods",
                                port -> methods(port)
                                        .allMatch(
                                                method -> method.getModifiers().contains(JavaModifier.ABSTRACT))))
                        .because("a default answers quietly for an adapter that forgot to"));
        rules.put(
                "no drawers",
                noClasses()
                        .should()
                        .haveNameMatching(DRAWER)
                        .because("a name says what a class is for; these say that nobody knows"));
        rules.put(
                "adapters are named for their port",
                classes()
                        .that()
                        .resideInAnyPackage(layout.in(Layout.ADAPTERS.stream()))
                        .and()
                        .areTopLevelClasses()
                        .should(satisfy("end with the name of a port that they implement", ShapeRules.named(layout)))
                        .because("an adapter is called technology + port"));
        return rules;
    }

    private static Predicate<JavaClass> named(Layout layout) {
        return adapter -> {
            List<JavaClass> ports = adapter.getAllRawInterfaces().stream()
                    .filter(arePortsOf(layout))
                    .toList();
            return ports.isEmpty()
                    || ports.stream().anyMatch(port -> adapter.getSimpleName().endsWith(port.getSimpleName()));
        };
    }

    /** What stands in the port package beside values and exceptions. */
    private static DescribedPredicate<JavaClass> areBehaviourOf(Layout layout) {
        return DescribedPredicate.describe(
                "are ports",
                type -> type.getPackageName().equals(layout.port())
                        && type.isTopLevelClass()
                        && !type.isRecord()
                        && !type.isEnum()
                        && !type.isAssignableTo(Throwable.class)
                        && !type.getSimpleName().equals("package-info"));
    }

    static DescribedPredicate<JavaClass> arePortsOf(Layout layout) {
        return DescribedPredicate.describe(
                "are ports", type -> areBehaviourOf(layout).test(type) && type.isInterface());
    }

    private static Stream<JavaMethod> methods(JavaClass port) {
        return port.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static ArchCondition<JavaClass> satisfy(String what, Predicate<JavaClass> holds) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, holds.test(type), type.getName() + " does not " + what));
            }
        };
    }
}
