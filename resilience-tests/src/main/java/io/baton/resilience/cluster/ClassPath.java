package io.baton.resilience.cluster;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where this program's classes come from, for a JVM that is to run some of them. */
public final class ClassPath {
    private ClassPath() {}

    /** Also right inside Maven, whose own class path holds none of them: a plug-in loads them by their addresses. */
    public static String ofThisProgram() {
        ClassLoader loader = ClassPath.class.getClassLoader();
        if (loader instanceof URLClassLoader byAddress) {
            return Stream.of(byAddress.getURLs()).map(ClassPath::file).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String file(URL place) {
        return Path.of(URI.create(place.toString())).toString();
    }
}
