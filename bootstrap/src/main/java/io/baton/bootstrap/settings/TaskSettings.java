package io.baton.bootstrap.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the task classes are.
 *
 * @param directory jars with task classes; it need not exist
 * @param packages packages of the class path to scan
 * @param allow exact names without the annotation that may be named too
 * @param demo whether the demo bean and jobs are there
 */
public record TaskSettings(Path directory, List<String> packages, List<String> allow, boolean demo) {
    public TaskSettings {
        packages = List.copyOf(packages);
        allow = List.copyOf(allow);
    }
}
