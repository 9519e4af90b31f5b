package io.baton.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Who may see whom: allow-lists. */
final class ArrowRules {
    private static final String JDK = "java..";
    private static final String ANNOTATIONS = "org.jspecify..";
    private static final String TASK_API = "io.baton.task";

    private ArrowRules() {}

    static Map<String, ArchRule> of(Layout layout) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("every class has a place", everyClassHasAPlace(layout));
        rules.put(
                "domain sees the JDK and the task API",
                classes()
                        .that()
                        .resideInAPackage(layout.in("domain"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(layout.in(Stream.of("domain"), JDK, ANNOTATIONS, TASK_API))
                        .because("the model and its decisions outlive every library"));
        rules.put(
                "application sees the JDK, the domain and the task API",
                classes()
                        .that()
                        .resideInAPackage(layout.in("application"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(layout.in(Stream.of("application", "domain"), JDK, ANNOTATIONS, TASK_API))
                        .because("use cases speak to the world through ports, and log through System.Logger"));
        rules.put("driven adapters see the domain only", drivenAdapters(layout));
        rules.put("no adapter sees another", noAdapterSeesAnother(layout));
        rules.put("only bootstrap constructs adapters", onlyBootstrap(layout));
        rules.put(
                "packages of the core are free of cycles",
                slices().matching(layout.root() + ".(domain|application).(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("packages that know each other in a circle are one package"));
        return rules;
    }

    private static ArchRule everyClassHasAPlace(Layout layout) {
        Stream<String> places = Stream.of(
                        Stream.of("domain", "application", "bootstrap"),
                        Layout.ADAPTERS.stream(),
                        Layout.TEST_SIDE.stream())
                .flatMap(names -> names);
        return classes()
                .should()
                .resideInAnyPackage(layout.in(places, layout.root() + ".task"))
                .because("a class outside the known packages escapes every other rule");
    }

    private static ArchRule drivenAdapters(Layout layout) {
        return CompositeArchRule.of(Layout.DRIVEN.stream()
                .map(adapter -> classes()
                        .that()
                        .resideInAPackage(layout.in(adapter))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideOutsideOfPackages(layout.in(Stream.of("application", "bootstrap", "contracts")))
                        .because("a driven adapter serves the domain's ports and knows no use case"))
                .toList());
    }

    private static ArchRule noAdapterSeesAnother(Layout layout) {
        return CompositeArchRule.of(Layout.ADAPTERS.stream()
                .map(adapter -> classes()
                        .that()
                        .resideInAPackage(layout.in(adapter))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideOutsideOfPackages(
                                layout.in(Layout.ADAPTERS.stream().filter(other -> !other.equals(adapter))))
                        .because("adapters are exchanged one by one"))
                .toList());
    }

    private static ArchRule onlyBootstrap(Layout layout) {
        return CompositeArchRule.of(Layout.ADAPTERS.stream()
                .map(adapter -> classes()
                        .that()
                        .resideInAPackage(layout.in(adapter))
                        .should()
                        .onlyHaveDependentClassesThat()
                        .resideInAnyPackage(layout.in(Stream.of(adapter, "bootstrap", "resilience", "benchmarks")))
                        .because("which adapter serves a port is decided in one place (tests and measurements aside)"))
                .toList());
    }
}
