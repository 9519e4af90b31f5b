package io.baton.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Where generated code stands. These rules alone see it: formatter, lint and the other rules leave its package out. */
final class GeneratedRules {
    private static final Set<String> MADE_BY_JOOQ = Set.of(
            "org.jooq.impl.CatalogImpl",
            "org.jooq.impl.SchemaImpl",
            "org.jooq.impl.TableImpl",
            "org.jooq.impl.TableRecordImpl",
            "org.jooq.impl.UpdatableRecordImpl");

    private GeneratedRules() {}

    static Map<String, ArchRule> of(Layout layout) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "generated code stands in one package",
                classes()
                        .that(extendWhatJooqGeneratesFrom())
                        .should()
                        .resideInAPackage(layout.generated())
                        .because("what nobody wrote is left out of formatter, lint and rules by that package's name"));
        rules.put(
                "only the persistence adapter sees generated code",
                classes()
                        .that()
                        .resideInAPackage(layout.generated())
                        .should()
                        .onlyHaveDependentClassesThat()
                        .resideInAPackage(layout.in("persistence"))
                        .because("the names of tables and columns are the adapter's own affair"));
        return rules;
    }

    private static DescribedPredicate<JavaClass> extendWhatJooqGeneratesFrom() {
        return DescribedPredicate.describe(
                "extend what jOOQ generates from",
                type -> type.getRawSuperclass()
                        .map(parent -> MADE_BY_JOOQ.contains(parent.getName()))
                        .orElse(false));
    }
}
