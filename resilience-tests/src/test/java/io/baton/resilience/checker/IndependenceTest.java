package io.baton.resilience.checker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IndependenceTest {
    private static final String CHECKER = "io.baton.resilience.checker";
    private static final ArchRule RULE = classes()
            .that()
            .resideInAPackage(CHECKER)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CHECKER, "java..", "org.jspecify..")
            .because(
                    "a checker that computes due times by Baton's or Quartz's own schedules agrees with their mistakes");

    @Test
    void the_checker_depends_on_nothing_but_the_jdk() {
        JavaClasses checker = new ClassFileImporter().importPath(Path.of("target/classes/io/baton/resilience/checker"));

        assertThat(checker.size()).isGreaterThan(20);
        RULE.check(checker);
    }

    @Test
    void the_rule_bites() {
        JavaClasses itself = new ClassFileImporter().importClasses(IndependenceTest.class);

        assertThatThrownBy(() -> RULE.check(itself))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("archunit");
    }
}
