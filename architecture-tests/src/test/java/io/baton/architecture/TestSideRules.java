package io.baton.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What tests share, and what keeps their judge apart from the judged. */
final class TestSideRules {
    private TestSideRules() {}

    static Map<String, ArchRule> of(Layout layout) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "nothing shipped sees what is there for tests",
                noClasses()
                        .that()
                        .resideInAnyPackage(layout.shipped())
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(layout.in(Layout.TEST_SIDE.stream()))
                        .because("contracts, servers, scenes, examples and measurements stay out of the node's jar"));
        rules.put(
                "the checker has a calendar of its own",
                noClasses()
                        .that()
                        .resideInAPackage(layout.in("resilience.checker"))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(layout.in("domain.schedule"), layout.in("quartz"), "org.quartz..")
                                        .or(isOneOf(Set.of(
                                                layout.port() + ".CronParser",
                                                layout.root() + ".domain.job.CronTimes",
                                                layout.root() + ".domain.job.Schedule"))))
                        .because("who reckons the expected firings with the product's schedules repeats its mistakes"));
        return rules;
    }

    private static DescribedPredicate<JavaClass> isOneOf(Set<String> names) {
        return DescribedPredicate.describe("is one of " + names, type -> names.contains(type.getName()));
    }
}
