package io.baton.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps each rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProductTest {
    private final JavaClasses written = Modules.written();
    private final JavaClasses all = Modules.all();

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_the_rule(String rule) {
        boolean aboutGenerated = GeneratedRules.of(Layout.PRODUCT).containsKey(rule);

        PlantedViolations.rule(Layout.PRODUCT, rule).check(aboutGenerated ? all : written);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_is_seen(String module) {
        assertThat(Modules.of(module).size())
                .as("classes of %s; build it first", module)
                .isGreaterThanOrEqualTo(PlantedViolations.floor(module));
    }

    @Test
    void every_module_of_the_root_pom_has_a_floor() {
        assertThat(Root.modules().stream().filter(module -> !module.equals("architecture-tests")))
                .containsExactlyInAnyOrderElementsOf(modules());
    }

    @Test
    void the_rules_run_behind_all_modules() {
        assertThat(Root.modules()).last().isEqualTo("architecture-tests");
    }

    @Test
    void a_module_that_was_not_built_is_an_error_that_says_what_to_run(@TempDir Path empty) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Modules.built(empty.resolve("target/classes"), "domain"))
                .withMessageContaining("module domain has no compiled classes")
                .withMessageContaining("mvn verify");
    }

    static Stream<String> rules() {
        return Rules.of(Layout.PRODUCT).keySet().stream();
    }

    static Set<String> modules() {
        return Modules.FLOORS.keySet();
    }
}
