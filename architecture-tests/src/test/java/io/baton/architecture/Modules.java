package io.baton.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The compiled classes of the modules, and how many each has at least: an import that finds nothing proves nothing. */
final class Modules {
    /** About half of what each had when this was written. */
    static final Map<String, Integer> FLOORS = floors();

    private static final ImportOption NOT_GENERATED = location -> !location.contains("io/baton/persistence/schema/");

    private Modules() {}

    static JavaClasses all() {
        return new ClassFileImporter()
                .withImportOption(NOT_GENERATED)
                .importPaths(FLOORS.keySet().stream().map(Modules::classes).toList());
    }

    static JavaClasses of(String module) {
        return new ClassFileImporter().withImportOption(NOT_GENERATED).importPath(classes(module));
    }

    private static Path classes(String module) {
        return Path.of("..", module, "target", "classes");
    }

    private static Map<String, Integer> floors() {
        Map<String, Integer> floors = new LinkedHashMap<>();
        floors.put("task-api", 2);
        floors.put("domain", 60);
        floors.put("application", 60);
        floors.put("port-contracts", 20);
        floors.put("test-servers", 20);
        floors.put("adapter-memory", 15);
        floors.put("adapter-quartz", 10);
        floors.put("adapter-redis", 15);
        floors.put("adapter-persistence", 20);
        floors.put("adapter-web", 4);
        floors.put("bootstrap", 50);
        return floors;
    }
}
