package io.baton.architecture.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.baton.architecture.Modules;
import io.baton.architecture.Root;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Looks up tests that a page names as {@code module/Class} or {@code module/Class#method}. */
final class NamedTests {
    private static final Pattern NAME = Pattern.compile("`([a-z-]+)/([A-Z]\\w+)(?:#(\\w+))?`");
    private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";

    private static final Map<String, JavaClasses> MODULES = new ConcurrentHashMap<>();

    private NamedTests() {}

    /** @param method empty: the class as a whole */
    record Name(String module, String type, Optional<String> method) {
        @Override
        public String toString() {
            return module + "/" + type + method.map(name -> "#" + name).orElse("");
        }
    }

    static List<Name> in(String text) {
        return NAME.matcher(text)
                .results()
                .map(found -> new Name(found.group(1), found.group(2), Optional.ofNullable(found.group(3))))
                .toList();
    }

    /** Whether it is a test that JUnit runs, or a contract of such tests. */
    static boolean exists(Name name) {
        return Root.modules().contains(name.module())
                && classes(name.module()).stream()
                        .filter(type -> isOrIsInside(type, name.type()))
                        .anyMatch(type -> holds(type, name.method()));
    }

    /** The tests of a class are its own and those of its nested classes. */
    private static boolean isOrIsInside(JavaClass type, String simpleName) {
        return type.getSimpleName().equals(simpleName)
                || type.getEnclosingClass()
                        .map(outer -> isOrIsInside(outer, simpleName))
                        .orElse(false);
    }

    private static boolean holds(JavaClass type, Optional<String> method) {
        return type.getAllMethods().stream()
                .filter(NamedTests::isRun)
                .anyMatch(test -> method.map(test.getName()::equals).orElse(true));
    }

    private static boolean isRun(JavaMethod method) {
        return method.isMetaAnnotatedWith(TESTABLE) || method.isAnnotatedWith("org.junit.jupiter.api.Test");
    }

    private static JavaClasses classes(String module) {
        return MODULES.computeIfAbsent(module, name -> new ClassFileImporter().importPaths(folders(name)));
    }

    /** Contracts are main classes of their module; a module without tests of its own has no folder for them. */
    private static List<Path> folders(String module) {
        Path tests = Root.at(module + "/target/test-classes");
        Path main = Root.at(module + "/target/classes");
        return Files.isDirectory(main)
                ? List.of(main, tests).stream().filter(Files::isDirectory).toList()
                : List.of(Modules.classes(module, "test-classes"));
    }
}
