package io.baton.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The compiled classes of the modules, and how many each has at least: an import that finds nothing proves nothing. */
public final class Modules {
    /** About half of what each had when this was written. */
    static final Map<String, Integer> FLOORS = floors();

    private static final ImportOption NOT_GENERATED = location -> !location.contains("io/baton/persistence/schema/");

    private Modules() {}

    /** What people wrote. */
    static JavaClasses written() {
        return new ClassFileImporter().withImportOption(NOT_GENERATED).importPaths(allClasses());
    }

    /** What people wrote, and what was generated. */
    static JavaClasses all() {
        return new ClassFileImporter().importPaths(allClasses());
    }

    static JavaClasses of(String module) {
        return new ClassFileImporter().withImportOption(NOT_GENERATED).importPath(classes(module, "classes"));
    }

    /** The folder of a module's compiled classes ({@code classes} or {@code test-classes}). */
    public static Path classes(String module, String kind) {
        return built(Root.at(module + "/target/" + kind), module);
    }

    /** @throws IllegalStateException if the module was not built: it says what to run */
    static Path built(Path folder, String module) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "module " + module + " has no compiled classes in " + folder
                            + ": build it first, with `mvn verify` in the project's root, or `mvn test -pl architecture-tests -am`");
        }
        return folder;
    }

    private static List<Path> allClasses() {
        return FLOORS.keySet().stream()
                .map(module -> classes(module, "classes"))
                .toList();
    }

    private static Map<String, Integer> floors() {
        Map<String, Integer> floors = new LinkedHashMap<>();
        floors.put("task-api", 2);
        floors.put("domain", 60);
        floors.put("application", 60);
        floors.put("port-contracts", 20);
        floors.put("test-servers", 20);
        floors.put("fuzzing", 6);
        floors.put("adapter-memory", 15);
        floors.put("adapter-quartz", 10);
        floors.put("adapter-redis", 25);
        floors.put("adapter-persistence", 20);
        floors.put("adapter-web", 20);
        floors.put("bootstrap", 80);
        floors.put("examples", 4);
        floors.put("resilience-tests", 3);
        floors.put("benchmarks", 10);
        return floors;
    }
}
