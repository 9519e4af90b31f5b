package io.baton.bootstrap.tasks;

import io.baton.task.TaskTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.stereotype.Component;

/** Reads class files, without loading the classes, for those that hold tasks. */
final class ClassScan {
    private static final String MARK = TaskTarget.class.getName();
    private static final String COMPONENT = Component.class.getName();
    /** Deeper hierarchies are not followed; a circular one ends. */
    private static final int MOST_SUPERCLASSES = 20;

    private final MetadataReaderFactory reader;
    private final Consumer<String> notices;

    ClassScan(ClassLoader loader, Consumer<String> notices) {
        this.reader = new CachingMetadataReaderFactory(new DefaultResourceLoader(loader));
        this.notices = notices;
    }

    /** @param origin where the classes are, for people */
    ScannedClasses scan(Iterable<? extends Resource> classFiles, String origin) {
        List<String> components = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (Resource file : classFiles) {
            try {
                AnnotationMetadata type = reader.getMetadataReader(file).getAnnotationMetadata();
                if (type.isConcrete() && type.isIndependent()) {
                    sort(type, components, plain);
                }
            } catch (IOException | RuntimeException | LinkageError unreadable) {
                broken.add(file.getDescription() + ": " + unreadable);
            }
        }
        if (!broken.isEmpty()) {
            notices.accept(origin + ": " + broken.size() + " class files cannot be read, such as " + broken.get(0));
        }
        return new ScannedClasses(components, plain);
    }

    private void sort(AnnotationMetadata type, List<String> components, List<String> plain) {
        if (type.isAnnotated(COMPONENT)) {
            components.add(type.getClassName());
        } else if (hasMark(type)) {
            plain.add(type.getClassName());
        }
    }

    /** Whether the class or one that it extends has a marked method. */
    private boolean hasMark(AnnotationMetadata type) {
        AnnotationMetadata at = type;
        for (int i = 0; i < MOST_SUPERCLASSES; i++) {
            if (at.hasAnnotatedMethods(MARK)) {
                return true;
            }
            String above = at.getSuperClassName();
            if (above == null || above.startsWith("java.")) {
                return false;
            }
            try {
                at = reader.getMetadataReader(above).getAnnotationMetadata();
            } catch (IOException notThere) {
                return false;
            }
        }
        return false;
    }
}
