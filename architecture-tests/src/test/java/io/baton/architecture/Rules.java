package io.baton.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** All rules by name, for a layout of packages. */
final class Rules {
    private Rules() {}

    static Map<String, ArchRule> of(Layout layout) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.putAll(ArrowRules.of(layout));
        rules.putAll(TestSideRules.of(layout));
        rules.putAll(BanRules.of(layout));
        rules.putAll(DoorRules.of(layout));
        rules.putAll(ShapeRules.of(layout));
        rules.putAll(ContractRules.of(layout));
        rules.putAll(GeneratedRules.of(layout));
        return rules;
    }
}
