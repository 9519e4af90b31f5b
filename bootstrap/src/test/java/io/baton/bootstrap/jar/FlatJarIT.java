package io.baton.bootstrap.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What several libraries bring under one name must not get lost in the one jar. */
@Tag("jar")
final class FlatJarIT {
    @Test
    void the_services_of_all_libraries_are_in_it() throws IOException {
        assertThat(text("META-INF/services/java.sql.Driver")).contains("org.h2.Driver", "com.mysql.cj.jdbc.Driver");
        assertThat(text("META-INF/services/org.flywaydb.core.extensibility.Plugin")
                        .lines())
                .as("Flyway's plugins, of its core and of its databases")
                .anyMatch(line -> line.contains("mysql"))
                .hasSizeGreaterThan(10);
        assertThat(text("META-INF/LICENSE.txt")).contains("Apache License");
    }

    @Test
    void a_class_is_in_it_once_and_no_signature_of_another_jar() throws IOException {
        try (JarFile jar = new JarFile(NodeJar.jar())) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();

            assertThat(names).doesNotHaveDuplicates();
            assertThat(names).noneMatch(name -> name.matches("META-INF/[^/]*[.](SF|DSA|RSA)"));
            assertThat(jar.isMultiRelease()).isTrue();
        }
    }

    private static String text(String entry) throws IOException {
        try (JarFile jar = new JarFile(NodeJar.jar())) {
            JarEntry found = jar.getJarEntry(entry);
            assertThat(found).as(entry).isNotNull();
            return new String(jar.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
