package io.baton.bootstrap.tasks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the class files of packages on the class path. */
final class PackageScan {
    static final String ORIGIN = "class path";

    private final ClassLoader loader;
    private final Consumer<String> notices;

    PackageScan(ClassLoader loader, Consumer<String> notices) {
        this.loader = loader;
        this.notices = notices;
    }

    /** The packages and those below them. */
    ScannedClasses scan(List<String> packages) {
        List<Resource> files = new ArrayList<>();
        for (String name : packages) {
            List<Resource> found = classFiles(name);
            files.addAll(found);
            if (found.isEmpty()) {
                notices.accept("baton.tasks.packages: there is no class in package '" + name + "' on the class path");
            }
        }
        return new ClassScan(loader, notices).scan(files, ORIGIN);
    }

    private List<Resource> classFiles(String packageName) {
        String pattern = "classpath*:" + packageName.replace('.', '/') + "/**/*.class";
        try {
            return Arrays.asList(new PathMatchingResourcePatternResolver(loader).getResources(pattern));
        } catch (IOException unreadable) {
            notices.accept("baton.tasks.packages: package '" + packageName + "' cannot be searched: " + unreadable);
            return List.of();
        }
    }
}
