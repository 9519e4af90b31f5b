package io.baton.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.stream.Stream;

/** That each port has its law as tests. */
final class ContractRules {
    private static final String TEST = "org.junit.jupiter.api.Test";

    /** Ports whose contract is not called port + {@code Contract}, and what holds them. */
    private static final Map<String, String> HELD_BY = Map.of(
            // Too much for one file: claims, starts, finishes, moves and exclusive runs have one each.
            "TaskLedger", "ClaimContract",
            // A part of JobRepository, for those that only look.
            "JobChanges", "JobRepositoryContract",
            // Both end with their owner, and are tried together.
            "Sessions", "SessionsAndTokensContract",
            "ApiTokens", "SessionsAndTokensContract");

    private ContractRules() {}

    static Map<String, ArchRule> of(Layout layout) {
        return Map.of(
                "every port has a contract",
                classes()
                        .that(ShapeRules.arePortsOf(layout))
                        .should(haveContract(layout))
                        .because("an adapter that keeps no law in common with the others may do as it likes"));
    }

    private static ArchCondition<JavaClass> haveContract(Layout layout) {
        return new ArchCondition<>("have a contract with tests that use them") {
            @Override
            public void check(JavaClass port, ConditionEvents events) {
                String name = HELD_BY.getOrDefault(port.getSimpleName(), port.getSimpleName() + "Contract");
                boolean held = users(port)
                        .filter(user -> user.getPackageName().startsWith(layout.root() + ".contracts"))
                        .anyMatch(user -> user.getSimpleName().equals(name) && hasTests(user));
                events.add(new SimpleConditionEvent(
                        port, held, port.getName() + " is used by no " + name + " with tests in port-contracts"));
            }
        };
    }

    /** What depends on the port, or on a port that includes it. */
    private static Stream<JavaClass> users(JavaClass port) {
        return Stream.concat(Stream.of(port), port.getAllSubclasses().stream().filter(JavaClass::isInterface))
                .flatMap(type -> type.getDirectDependenciesToSelf().stream())
                .map(Dependency::getOriginClass);
    }

    private static boolean hasTests(JavaClass contract) {
        return contract.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(TEST));
    }
}
