package io.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.baton.architecture.PlantedViolations.Planted;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the set that is run catches what was planted against it. */
final class PlantedViolationsTest {
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(Layout.PLANTED.root());

    @ParameterizedTest
    @MethodSource("planted")
    void a_rule_catches_its_planted_violation(Planted planted) {
        List<String> found = PlantedViolations.rule(Layout.PLANTED, planted.rule())
                .allowEmptyShould(true)
                .evaluate(PLANTED)
                .getFailureReport()
                .getDetails();

        assertThat(found).anyMatch(line -> line.contains(planted.violator().getSimpleName()));
    }

    @Test
    void every_rule_has_a_planted_violation() {
        Set<String> proved = PlantedViolations.ALL.stream().map(Planted::rule).collect(Collectors.toSet());

        assertThat(Rules.of(Layout.PRODUCT).keySet()).isEqualTo(proved);
    }

    @Test
    void no_rule_accuses_the_innocent() {
        JavaClasses innocent = new ClassFileImporter().importClasses(PlantedViolations.INNOCENT);

        Rules.of(Layout.PLANTED)
                .forEach((name, rule) -> assertThat(
                                rule.allowEmptyShould(true).evaluate(innocent).hasViolation())
                        .as(name)
                        .isFalse());
    }

    @Test
    void a_port_with_a_contract_is_not_accused_of_having_none() {
        List<String> found = PlantedViolations.rule(Layout.PLANTED, "every port has a contract")
                .evaluate(PLANTED)
                .getFailureReport()
                .getDetails();

        assertThat(found).isNotEmpty().noneMatch(line -> line.contains(".GoodPort "));
    }

    @Test
    void every_rule_says_why() {
        Rules.of(Layout.PRODUCT)
                .forEach((name, rule) ->
                        assertThat(rule.getDescription()).as(name).contains("because"));
    }

    static List<Planted> planted() {
        return PlantedViolations.ALL;
    }
}
