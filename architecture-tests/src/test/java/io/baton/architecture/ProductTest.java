package io.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps each rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProductTest {
    private JavaClasses product = Modules.of("task-api");

    @BeforeAll
    void import_all_modules() {
        product = Modules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_the_rule(String rule) {
        PlantedViolations.rule(Layout.PRODUCT, rule).check(product);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_is_seen(String module) {
        assertThat(Modules.of(module).size())
                .as("classes of %s; build it first", module)
                .isGreaterThanOrEqualTo(PlantedViolations.floor(module));
    }

    @Test
    void the_circle_that_is_left_out_is_still_there() {
        assertThat(ArrowRules.freeOfCycles(Layout.PRODUCT).evaluate(product).hasViolation())
                .as("domain.port and domain.schedule form no circle any more: delete the exception in ArrowRules")
                .isTrue();
    }

    static Stream<String> rules() {
        return Rules.of(Layout.PRODUCT).keySet().stream();
    }

    static Set<String> modules() {
        return Modules.FLOORS.keySet();
    }
}
